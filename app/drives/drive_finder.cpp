// SPDX-License-Identifier: Apache-2.0
#include "app/drives/drive_finder.h"

#include "app/drives/mounted_drives.h"
#include "app/drives/udisks_drives.h"

namespace nanocap::drives {

namespace {

class EitherDrives : public DriveFinder
{
public:
    Result<std::vector<Drive>> find() override
    {
        auto found = m_udisks.find();
        m_asked = found ? static_cast<DriveFinder*>(&m_udisks) : &m_mounted;
        return found ? found : m_mounted.find();
    }
    Result<QString> folderOf(const Drive& drive) override { return m_asked->folderOf(drive); }

private:
    UdisksDrives m_udisks;
    MountedDrives m_mounted;
    DriveFinder* m_asked = &m_mounted;
};

} // namespace

std::unique_ptr<DriveFinder> systemDrives()
{
    return std::make_unique<EitherDrives>();
}

Failure driveFailure(Sentence sentence, const QString& subject)
{
    Failure failure = makeFailure("IO", std::move(sentence), {}, subject.toStdString());
    failure.failureClass = FailureClass::Input; // nothing of a checkpoint
    return failure;
}

} // namespace nanocap::drives
