// SPDX-License-Identifier: Apache-2.0
// "nanocap FILE": what a file is, by what it contains.
#include "app/nanocap/opened_file.h"
#include "tests/support/built_in_model.h"
#include "tests/support/verify_result.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;
using app::OpenedFile;
using app::whatIs;

class TestOpenedFile : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    QString make(const QString& name, const QByteArray& bytes)
    {
        QDir(m_folder.path()).mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }

private Q_SLOTS:
    void aFileIsWhatItContains_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const QString& path, OpenedFile::Kind kind,
                            const QString& value) { QTest::newRow(name) << path << int(kind) << value; };
        using Kind = OpenedFile::Kind;
        const QString model = QString::fromStdString(tests::builtInModel());
        row("a checkpoint", model, Kind::Model, model);
        const QString renamed = m_folder.filePath("renamed.bin");
        QFile::copy(model, renamed);
        row("a checkpoint by another name", renamed, Kind::Model, renamed);
        const QString half = make("half.pth", "not yet here");
        row("a damaged checkpoint", half, Kind::Model, half);
        const QString picture = m_folder.filePath("a picture.jpg");
        QImage(8, 8, QImage::Format_RGB32).save(picture, "PNG");
        row("a picture", picture, Kind::Source, "images:" + picture);
        const QString film = make("한글 #1.mp4", QByteArray("\0\0\0\x18"
                                                            "ftypmp42",
                                                            12));
        row("a film", film, Kind::Source, "video:" + film);
        make("models/one.pth", "x");
        row("a folder of models", m_folder.filePath("models"), Kind::ModelFolder,
            m_folder.filePath("models"));
        make("pictures/one.png", "x");
        row("a folder of pictures", m_folder.filePath("pictures"), Kind::Source,
            "images:" + m_folder.filePath("pictures"));
    }
    void aFileIsWhatItContains()
    {
        QFETCH(QString, path);
        QFETCH(int, kind);
        QFETCH(QString, value);
        const auto opened = whatIs(path);
        VERIFY_RESULT(opened);
        QCOMPARE(int(opened->kind), kind);
        QCOMPARE(opened->value, value);
    }

    void whatIsNotThereIsNamed()
    {
        const auto opened = whatIs(m_folder.filePath("nothing.mp4"));
        QVERIFY(!opened);
        QCOMPARE(exitCodeFor(opened.error()), int(ExitUsage));
        QCOMPARE(opened.error().subject, m_folder.filePath("nothing.mp4").toStdString());
    }
};

QTEST_GUILESS_MAIN(TestOpenedFile)
#include "tst_opened_file.moc"
