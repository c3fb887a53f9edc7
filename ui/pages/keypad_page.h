// SPDX-License-Identifier: Apache-2.0
// KeypadPage: the operator's PIN, typed on keys of our own; what was typed is shown as dots and kept here
// only until it is handed over. Keys are 64 px, or a finger wide where that is more; on the smallest screens
// a finger, 9 mm.
#pragma once

#include "ui/pages/page.h"

#include <vector>

class QGridLayout;
class QLabel;

namespace nanocap::ui {

class KeypadPage : public Page
{
    Q_OBJECT
public:
    explicit KeypadPage(QWidget* parent = nullptr);
    /// Empty, ready to be typed on.
    void begin();
    /// Nothing can be typed, and why not: there is no PIN, too many wrong ones.
    void setBlocked(const QString& why);
    /// While a PIN is being checked.
    void setChecking();
    /// Typed anew, under a sentence.
    void setRefused(const QString& why);
    bool isOpen() const { return m_open; } ///< keys may be pressed
    QString sentence() const;
    int typed() const { return static_cast<int>(m_digits.size()); }
    ActionButton* key(QChar digit) const { return m_keys.at(static_cast<std::size_t>(digit.digitValue())); }
    ActionButton* eraseKey() const { return m_erase; }
    ActionButton* doneKey() const { return m_done; }

    QString name() const override { return QStringLiteral("keypad"); }
    QString title() const override;
    bool hasActions() const override { return false; }
    bool staysOnTop() const override { return true; }
    bool takeKey(int key) override;
    void setMetrics(const Metrics& metrics) override;
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void entered(const QString& digits);

protected:
    void retranslate() override;

private:
    void type(int digit);
    void erase();
    void enter();
    void renew();

    QString m_digits;
    QString m_sentence;
    bool m_open = true; ///< keys may be pressed
    QGridLayout* m_grid;
    QWidget* m_pad;
    QGridLayout* m_padGrid;
    QWidget* m_dots;
    QLabel* m_words;
    std::vector<ActionButton*> m_keys; ///< by digit
    ActionButton* m_erase;
    ActionButton* m_done;
    ActionButton* m_back;
};

} // namespace nanocap::ui
