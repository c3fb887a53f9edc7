// SPDX-License-Identifier: Apache-2.0
// LoadLog: what a ModelService told of its loads, for tests to wait on.
#pragma once

#include "core/worker/model_service.h"

#include <QObject>

#include <vector>

namespace nanocap::tests {

class LoadLog : public QObject
{
public:
    explicit LoadLog(const worker::ModelService& service)
    {
        connect(&service, &worker::ModelService::loading, this,
                [this](worker::RequestId id, const load::LoadEvent& event) {
                    load::on(
                        event, [this](const load::RowStarted& row) { rowsStarted.push_back(row.row); },
                        [this, id](const load::Finished& end) {
                            finished.push_back(end.report);
                            finishedIds.push_back(id);
                        });
                });
    }
    std::vector<Row> rowsStarted;
    std::vector<load::LoadReport> finished;
    std::vector<worker::RequestId> finishedIds;
};

} // namespace nanocap::tests
