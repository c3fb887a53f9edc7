// SPDX-License-Identifier: Apache-2.0
// A model is its path: whatever a scan does to the list, what was meant stays what is meant.
#include "app/nanocap/models.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;
using app::Models;

namespace {

catalog::ModelCard card(const std::string& path)
{
    catalog::ModelCard c;
    c.path = path;
    return c;
}

load::Plan plan(std::int64_t megabytes)
{
    load::Plan p;
    p.need.total = p.need.hard = Bytes::fromMegabytes(megabytes);
    p.floor = load::Floor::automaticFloor();
    return p;
}

memory::MemoryReading reading(std::int64_t megabytes)
{
    memory::MemoryReading r;
    r.available = r.memAvailable = Bytes::fromMegabytes(megabytes);
    r.monotonicMs = 1;
    return r;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("NANOCAP_STATE_DIR", m_state.path().toUtf8()); }

    void aModelKeepsItsPlanWhenOthersComeBeforeIt()
    {
        Models models;
        models.replace({card("/m/b.pth")}, {{plan(100), plan(70), plan(50)}});
        models.replace({card("/m/a.pth"), card("/m/b.pth")},
                       {{plan(300), plan(300), plan(300)}, {plan(100), plan(70), plan(50)}});
        QCOMPARE(models.plan("/m/b.pth", engine::Precision::Fp16)->need.total, Bytes::fromMegabytes(70));
        QCOMPARE(models.card("/m/b.pth"), &models.cards()[1]);
    }

    void aModelThatWentIsNotThere()
    {
        Models models;
        models.replace({card("/m/b.pth")}, {{plan(100), plan(70), plan(50)}});
        QSignalSpy listed(&models, &Models::listed);
        models.replace({}, {});
        QCOMPARE(listed.count(), 1);
        QVERIFY(!models.card("/m/b.pth"));
        QVERIFY(!models.plan("/m/b.pth", engine::Precision::Fp32));
    }

    void plansFollowTheNewestReading()
    {
        Models models;
        models.replace({card("/m/b.pth")}, {{plan(100), plan(70), plan(50)}});
        models.renew(reading(1000));
        QCOMPARE(models.plan("/m/b.pth", engine::Precision::Fp32)->fit, load::Fit::Fits);
        models.renew(reading(20));
        QCOMPARE(models.plan("/m/b.pth", engine::Precision::Fp32)->fit, load::Fit::No);
        models.renew({}); // nobody took this reading
        QCOMPARE(models.plans(engine::Precision::Fp32)[0]->fit, load::Fit::No);
    }

    void aCardWithoutPlansIsBeingMeasured()
    {
        Models models;
        models.replace({card("/m/b.pth")}, {});
        QVERIFY(!models.plan("/m/b.pth", engine::Precision::Int8));
        QCOMPARE(models.plans(engine::Precision::Int8).size(), std::size_t(1));
    }

    void aReleasedModelIsOutOfQuarantine()
    {
        Models models;
        catalog::ModelCard held = card("/m/b.pth");
        held.quarantine = "WEIGHTS";
        models.replace({held}, {});
        models.release("/m/b.pth");
        QVERIFY(models.card("/m/b.pth")->quarantine.empty());
    }

private:
    QTemporaryDir m_state;
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
