// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog.h"
#include "core/catalog/catalog_watcher.h"
#include "core/journal/journal.h"
#include "tests/checkpoint/corpus/model.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/verify_result.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>

#include <filesystem>

using namespace nanocap;
using namespace nanocap::catalog;

namespace {

Folders only(const std::string& folder)
{
    Folders folders;
    folders.user = folder;
    return folders;
}

std::string joinedIds(const std::vector<ModelCard>& cards)
{
    std::string ids;
    for (const ModelCard& card : cards)
        ids += (ids.empty() ? "" : " ") + card.id;
    return ids;
}

/// A checkpoint that opens, of a network that is not ours.
std::string strangeCheckpoint()
{
    return corpus::Model().file();
}

} // namespace

class tst_catalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("NANOCAP_STATE_DIR", QByteArray::fromStdString(m_state.path())); }
    void listedModelsComeFirstThenFilesByName();
    void entriesCarryTheirWords();
    void damagedListsAreCards_data();
    void damagedListsAreCards();
    void problemsNameTheirFix_data();
    void problemsNameTheirFix();
    void earlierFoldersWin();
    void namesAreResolved();
    void rescanParsesOnlyWhatChanged();
    void fileBeingCopiedRecovers();
    void quarantineIsShown();
    void watcherTellsOfNewGrownAndGoneFiles();
    void watcherAwaitsAFolder();
    void whatCannotBeUsedStandsLast();
    void builtInModelsLoad();
    void prunedBuiltInModelsArePruned();

private:
    TemporaryFolder m_state;
};

void tst_catalog::listedModelsComeFirstThenFilesByName()
{
    TemporaryFolder folder;
    folder.write("models.json",
                 R"({"schema":1,"models":[{"id":"second","file":"b.pth"},{"id":"first","file":"z.pth"}]})");
    for (const char* name :
         {"z.pth", "b.pth", "beta.pth.tar", "Alpha.pt", "alpha.pth", ".hidden.pth", "notes.txt", "Alpha.pth"})
        folder.write(name, "text");
    folder.write("folder.pth/inside.pth", "text");
    const auto cards = scan(only(folder.path()));
    QCOMPARE(QString::fromStdString(joinedIds(cards)), QString("second first Alpha Alpha.pth alpha beta"));
    QCOMPARE(cards[0].path, folder.file("b.pth"));
    QVERIFY(!cards[0].builtIn);
    QVERIFY(scan(only(folder.file("nothing here"))).empty());
}

void tst_catalog::whatCannotBeUsedStandsLast()
{
    TemporaryFolder own, builtIn;
    own.write("a damaged one.pth", "text");
    const std::string models = NANOCAP_SOURCE_DIR "/resources/models/";
    std::filesystem::create_symlink(models + "flashcards-en.pth", own.file("mine.pth"));
    std::filesystem::create_symlink(models + "flashcards-ko.pth", builtIn.file("came-with-it.pth"));
    Folders folders = only(own.path());
    folders.builtIn = builtIn.path();
    const auto cards = scan(folders);
    QCOMPARE(QString::fromStdString(joinedIds(cards)), QString("came-with-it mine a damaged one"));
    // The number of the command line is the menu's.
    QCOMPARE(resolve("1", folders)->id, std::string("came-with-it"));
    QCOMPARE(resolve("3", folders)->id, std::string("a damaged one"));
}

void tst_catalog::entriesCarryTheirWords()
{
    TemporaryFolder folder;
    folder.write("models.json", R"({"schema":1,"models":[
        {"id":"a","name":{"en":"Cards","ko":"카드"},"description":"Plain","language":"en","file":"a.pth","sha256":"00ff",
         "licence":"Apache-2.0","minimum_available_mb":"auto","golden":[{"image":"golden/x.png","caption":"a fox"},{"image":7}]},
        {"id":"b","file":"b.pth","minimum_available_mb":900.5},{"id":"c","file":"c.pth","minimum_available_mb":null},
        {"id":"d","file":"d.pth","minimum_available_mb":-4}]})");
    const auto cards = scan(only(folder.path()));
    QCOMPARE(cards.size(), 4u);
    QCOMPARE(cards[0].name.in("ko"), std::string("카드"));
    QCOMPARE(cards[0].name.in("de"), std::string("Cards"));
    QCOMPARE(cards[0].description.in("ko"), std::string("Plain"));
    QVERIFY(cards[0].floor && cards[0].floor->automatic);
    QCOMPARE(cards[0].golden.size(), 1u);
    QCOMPARE(cards[0].golden[0].imagePath, folder.file("golden/x.png"));
    QVERIFY(cards[1].floor && !cards[1].floor->automatic);
    QCOMPARE(cards[1].floor->minimum.count(), qint64(900.5 * (1 << 20)));
    QVERIFY(!cards[2].floor);
    QVERIFY(!cards[3].floor);
    QCOMPARE(cards[0].problem->code, std::string("FILE_OPEN"));
}

void tst_catalog::damagedListsAreCards_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("cards");
    QTest::newRow("empty file") << QByteArray() << 2;
    QTest::newRow("cut in the middle") << QByteArray(R"({"schema":1,"models":[{"id":)") << 2;
    QTest::newRow("a list") << QByteArray("[]") << 2;
    QTest::newRow("schema of the future") << QByteArray(R"({"schema":2,"models":[]})") << 2;
    QTest::newRow("models is no list") << QByteArray(R"({"schema":1,"models":{}})") << 2;
    QTest::newRow("an entry without a file") << QByteArray(R"({"schema":1,"models":[{"id":"a"}]})") << 2;
    QTest::newRow("an entry that is no object")
        << QByteArray(R"({"schema":1,"models":[7,{"id":"x","file":"x.pth"}]})") << 2;
}

void tst_catalog::damagedListsAreCards()
{
    QFETCH(QByteArray, text);
    TemporaryFolder folder;
    folder.write("models.json", text.toStdString());
    folder.write("x.pth", "text");
    const auto cards = scan(only(folder.path()));
    QTEST(int(cards.size()), "cards");
    QCOMPARE(cards[0].problem->code, std::string("CATALOG"));
    QVERIFY(cards[0].problem->message.text().find("models.json") != std::string::npos);
    QCOMPARE(cards[1].id, std::string("x"));
}

void tst_catalog::problemsNameTheirFix_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("fixHas");
    const auto whole = QByteArray::fromStdString(strangeCheckpoint());
    QTest::newRow("empty") << QByteArray() << "FILE_EMPTY"
                           << "Copy it again";
    QTest::newRow("some text") << QByteArray("hello") << "NOT_A_CHECKPOINT"
                               << "text file";
    QTest::newRow("Git LFS pointer")
        << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:0000\nsize 24000000\n")
        << "NOT_A_CHECKPOINT"
        << "git lfs pull";
    QTest::newRow("cut in the middle") << whole.left(whole.size() / 2) << "TRUNCATED"
                                       << "wait";
    QTest::newRow("before PyTorch 1.6")
        << QByteArray("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e\x80\x02", 17)
        << "LEGACY_FORMAT"
        << "1.6";
    QTest::newRow("another network") << whole << "SHAPE"
                                     << "captioner";
}

void tst_catalog::problemsNameTheirFix()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(QString, fixHas);
    TemporaryFolder folder;
    folder.write("m.pth", bytes.toStdString());
    const auto cards = scan(only(folder.path()));
    QCOMPARE(cards.size(), 1u);
    QVERIFY(cards[0].problem);
    QCOMPARE(QString::fromStdString(cards[0].problem->code), code);
    const QString says = QString::fromStdString(cards[0].problem->message.text());
    QVERIFY2(says.contains(fixHas), qPrintable(says));
    QCOMPARE(cards[0].fileBytes.count(), bytes.size());
    QCOMPARE(cards[0].checkpoint != nullptr, code == "SHAPE");
    QVERIFY(!cards[0].network);
    if (fixHas == "git lfs pull")
        QCOMPARE(cards[0].problem->message.text(),
                 std::string("This is a Git LFS pointer, not the model itself: fetch it with git lfs pull."));
}

void tst_catalog::earlierFoldersWin()
{
    TemporaryFolder extra, user, builtIn;
    extra.write("a.pth", "1");
    user.write("a.pth", "22");
    user.write("b.pth", "22");
    builtIn.write("b.pth", "333");
    builtIn.write("c.pth", "333");
    Folders folders;
    folders.extra = {extra.path(), extra.path()};
    folders.user = user.path();
    folders.builtIn = builtIn.path();
    const auto cards = scan(folders);
    QCOMPARE(joinedIds(cards), std::string("a b c"));
    QCOMPARE(cards[0].path, extra.file("a.pth"));
    QCOMPARE(cards[1].path, user.file("b.pth"));
    QVERIFY(cards[2].builtIn && !cards[1].builtIn);
}

void tst_catalog::namesAreResolved()
{
    TemporaryFolder folder;
    folder.write(
        "models.json",
        R"({"schema":1,"models":[{"id":"cards","name":"Cards","file":"x.pth"},{"id":"2024","file":"y.pth"}]})");
    folder.write("x.pth", "text");
    folder.write("elsewhere/other.pth", "text");
    const Folders folders = only(folder.path());
    QCOMPARE(resolve("cards", folders)->path, folder.file("x.pth"));
    QCOMPARE(resolve("1", folders)->id, std::string("cards"));
    QCOMPARE(resolve("2024", folders)->path, folder.file("y.pth"));
    QCOMPARE(resolve(folder.file("x.pth"), folders)->name.in("en"), std::string("Cards"));
    QCOMPARE(resolve(folder.file("elsewhere/other.pth"), folders)->id, std::string("other"));
    for (const char* unknown : {"0", "3", "-1", "1x", "nobody", ""}) {
        const auto card = resolve(unknown, folders);
        QVERIFY2(!card, unknown);
        QCOMPARE(card.error().code, std::string("UNKNOWN_MODEL"));
        QCOMPARE(int(card.error().failureClass), int(FailureClass::Input));
    }
    QVERIFY(resolve("nobody", folders).error().message.text().find("1 cards, 2 2024") != std::string::npos);
    for (const std::string& missing :
         {folder.file("gone.pth"), std::string("gone.pth"), std::string("no/such")}) {
        const auto card = resolve(missing, folders);
        QVERIFY2(!card, missing.c_str());
        QCOMPARE(card.error().code, std::string("FILE_OPEN"));
        QCOMPARE(exitCodeFor(card.error()), int(ExitCheckpoint));
    }
}

void tst_catalog::rescanParsesOnlyWhatChanged()
{
    TemporaryFolder folder;
    folder.write("a.pth", strangeCheckpoint());
    folder.write("b.pth", "text");
    Catalog catalog(only(folder.path()));
    const auto first = catalog.scan();
    QCOMPARE(catalog.parsedFiles(), 2);
    const auto second = catalog.scan();
    QCOMPARE(catalog.parsedFiles(), 0);
    QCOMPARE(second[0].checkpoint.get(), first[0].checkpoint.get());
    folder.write("b.pth", "more text");
    folder.write("c.pth", "text");
    catalog.scan();
    QCOMPARE(catalog.parsedFiles(), 2);
    std::filesystem::remove(folder.file("a.pth"));
    QCOMPARE(catalog.scan().size(), 2u);
    QCOMPARE(catalog.parsedFiles(), 0);
    QCOMPARE(first[0].checkpoint.use_count(), 2L); // the two lists above; the catalog has let go of it
}

void tst_catalog::fileBeingCopiedRecovers()
{
    TemporaryFolder folder;
    const std::string whole = strangeCheckpoint();
    Catalog catalog(only(folder.path()));
    for (const std::size_t size : {whole.size() / 3, whole.size() / 2, whole.size() - 1}) {
        folder.write("a.pth", whole.substr(0, size));
        QCOMPARE(catalog.scan()[0].problem->code, std::string("TRUNCATED"));
    }
    folder.write("a.pth", whole);
    QCOMPARE(catalog.scan()[0].problem->code, std::string("SHAPE"));
}

void tst_catalog::quarantineIsShown()
{
    TemporaryFolder folder;
    folder.write("a.pth", "text");
    Catalog catalog(only(folder.path()));
    QVERIFY(catalog.scan()[0].quarantine.empty());
    journal::Quarantine().add(folder.file("a.pth"), "died in row WEIGHTS");
    QCOMPARE(catalog.scan()[0].quarantine, std::string("died in row WEIGHTS"));
    journal::Quarantine().remove(folder.file("a.pth"));
    QVERIFY(catalog.scan()[0].quarantine.empty());
}

void tst_catalog::watcherTellsOfNewGrownAndGoneFiles()
{
    TemporaryFolder folder;
    CatalogWatcher watcher(only(folder.path()));
    QSignalSpy spy(&watcher, &CatalogWatcher::changed);
    watcher.check();
    QCOMPARE(spy.count(), 0);
    folder.write("a.pth", "text");
    QVERIFY(spy.wait());
    folder.write("a.pth", "longer text");
    QVERIFY(spy.wait());
    std::filesystem::remove(folder.file("a.pth"));
    QVERIFY(spy.wait());
    spy.clear();
    folder.write("notes.txt", "not a model");
    watcher.check();
    QCOMPARE(spy.count(), 0);
}

void tst_catalog::watcherAwaitsAFolder()
{
    TemporaryFolder folder;
    CatalogWatcher watcher(only(folder.file("models/deep")));
    QSignalSpy spy(&watcher, &CatalogWatcher::changed);
    folder.write("models/deep/a.pth", "text");
    QVERIFY(spy.wait());
}

void tst_catalog::builtInModelsLoad()
{
    Folders folders;
    folders.builtIn = std::string(NANOCAP_SOURCE_DIR) + "/resources/models";
    const auto cards = scan(folders);
    QVERIFY(!cards.empty());
    for (const ModelCard& card : cards) {
        QVERIFY2(!card.problem,
                 (card.id + ": " + (card.problem ? card.problem->message.text() : std::string())).c_str());
        QVERIFY(card.checkpoint && card.network && card.builtIn);
        for (const GoldenPicture& picture : card.golden)
            QVERIFY2(std::filesystem::exists(picture.imagePath), picture.imagePath.c_str());
    }
}

void tst_catalog::prunedBuiltInModelsArePruned()
{
    const std::string folder = std::string(NANOCAP_SOURCE_DIR) + "/resources/models/flashcards-";
    struct Decoder
    {
        double bytes = 0, weights = 0, zeros = 0; ///< zeros among the weight matrices
        Decoder(const std::string& path)
        {
            const auto checkpoint = checkpoint::open(path, checkpoint::Verify::Never);
            VERIFY_RESULT(checkpoint);
            for (const checkpoint::Tensor& tensor : checkpoint->tensors) {
                if (tensor.name.rfind("decoder.", 0) != 0)
                    continue;
                bytes += double(tensor.numel()) * 4;
                if (tensor.shape.size() < 2)
                    continue;
                weights += double(tensor.numel());
                const auto count = [](void* zerosSeen, const std::uint8_t* data, std::size_t size) {
                    for (std::size_t i = 0; i + 4 <= size; i += 4)
                        *static_cast<double*>(zerosSeen) +=
                            data[i] + data[i + 1] + data[i + 2] + data[i + 3] == 0;
                    return true;
                };
                VERIFY_RESULT(checkpoint::readStorage(*checkpoint, tensor.storage, count, &zeros));
            }
        }
    };
    for (const char* language : {"en", "ko"}) {
        const Decoder original(folder + language + ".pth"), pruned(folder + language + "-pruned.pth");
        QVERIFY2(pruned.bytes <= 0.7 * original.bytes,
                 qPrintable(QString::number(pruned.bytes / original.bytes)));
        QVERIFY2(pruned.zeros >= 0.099 * pruned.weights,
                 qPrintable(QString::number(pruned.zeros / pruned.weights)));
        QVERIFY(original.zeros < 0.01 * original.weights);
    }
}

QTEST_GUILESS_MAIN(tst_catalog)
#include "tst_catalog.moc"
