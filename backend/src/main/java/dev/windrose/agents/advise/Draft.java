package dev.windrose.agents.advise;

import dev.windrose.agents.advise.Advice.Act;
import dev.windrose.agents.advise.Advice.Source;
import dev.windrose.records.Money;
import dev.windrose.records.RecordData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An advice as it is put together by a rule. */
final class Draft {

    /** Of fewer decided deals a share says nothing. */
    static final int ENOUGH = 10;

    private final Facts facts;
    private final String rule;
    private final RecordData about;
    private final RecordData company;
    private final List<Source> evidence = new ArrayList<>();
    private String cause = "";
    private @Nullable RecordData deal;
    private @Nullable UUID contact;
    private int urgency = 1;
    private @Nullable LocalDate due;

    private Draft(Facts facts, String rule, RecordData about, RecordData company) {
        this.facts = facts;
        this.rule = rule;
        this.about = about;
        this.company = company;
    }

    static Draft of(Facts facts, String rule, RecordData about, RecordData company) {
        var draft = new Draft(facts, rule, about, company);
        return about.type().equals("deal") ? draft.of(about) : draft;
    }

    Draft cause(Object what) {
        cause = String.valueOf(what);
        return this;
    }

    Draft of(@Nullable RecordData itsDeal) {
        deal = itsDeal;
        return this;
    }

    Draft contact(@Nullable UUID who) {
        contact = who;
        return this;
    }

    Draft urgency(int how) {
        urgency = how;
        return this;
    }

    Draft due(@Nullable LocalDate day) {
        due = day;
        return this;
    }

    Draft from(RecordData record, @Nullable String quote) {
        evidence.add(new Source(record.type(), record.id(), record.title(), quote));
        return this;
    }

    Advice says(String title, String reason, String task) {
        if (evidence.isEmpty()) {
            from(about, null);
        }
        var owner = deal != null && deal.reference("owner_id") != null
                ? deal.reference("owner_id")
                : company.reference("owner_id");
        return new Advice(
                Advice.idOf(rule, about.id(), cause),
                rule,
                new Source(about.type(), about.id(), about.title(), null),
                company.id(),
                company.title(),
                deal == null ? null : deal.id(),
                contact,
                owner,
                title,
                reason,
                urgency,
                due,
                worth(),
                List.copyOf(evidence),
                new Act("task", task, day(), priority()));
    }

    /** A task is due on the day that counts, but not in the past. */
    private LocalDate day() {
        var soon = facts.today().plusDays(urgency == 3 ? 0 : urgency == 2 ? 1 : 3);
        return due == null || due.isBefore(facts.today()) ? soon : due.isBefore(soon) ? due : soon;
    }

    private String priority() {
        return switch (urgency) {
            case 3 -> "urgent";
            case 2 -> "high";
            default -> "medium";
        };
    }

    private Advice.@Nullable Worth worth() {
        if (deal == null
                || !(deal.value("deal_amount") instanceof BigDecimal amount)
                || !(deal.value("deal_amount_currency") instanceof String currency)) {
            return null;
        }
        var money = new Money(amount, currency);
        if (!"open".equals(deal.text("deal_state"))) {
            return new Advice.Worth(money, null, 0, null, "%s is what was agreed.".formatted(told(money)));
        }
        var history = facts.stage(deal);
        int decided = history.decided();
        if (decided < ENOUGH) {
            return new Advice.Worth(
                    money,
                    null,
                    decided,
                    null,
                    "%s is at stake. Of %d decided deals that were in this stage no share is told: too few."
                            .formatted(told(money), decided));
        }
        var share = BigDecimal.valueOf(history.won()).divide(BigDecimal.valueOf(decided), 6, RoundingMode.HALF_UP);
        var expected = new Money(amount.multiply(share), currency);
        int percent = share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
        return new Advice.Worth(
                money,
                percent,
                decided,
                expected,
                "%s × %d %% = %s. %d of %d decided deals that were in this stage were won."
                        .formatted(told(money), percent, told(expected), history.won(), decided));
    }

    private static String told(Money money) {
        return money.currency() + " "
                + new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(money.amount());
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
