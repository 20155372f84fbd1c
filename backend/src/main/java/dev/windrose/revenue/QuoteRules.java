package dev.windrose.revenue;

import dev.windrose.crm.Accounts;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordRef;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new quote is a draft with a name, and its terms are possible ones. */
@Component
@Order(0)
class QuoteRules implements RecordRule {

    private final Accounts accounts;

    QuoteRules(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        accounts.complete(write);
        if (write.value("status") == null) {
            write.set("status", "draft");
        }
        if (write.value("name") == null) {
            write.set("name", name(write));
        }
        PossibleTerms.whole(write, "quantity", 1);
        PossibleTerms.whole(write, "term_months", 1);
        PossibleTerms.whole(write, "payment_terms_days", 0);
        PossibleTerms.percent(write, "discount_percent");
        PossibleTerms.currency(write, "currency");
        String problem = QuoteLines.problem(write.value("lines"));
        if (problem != null) {
            write.refuse(CommonError.BAD_VALUE, "lines", problem);
        }
    }

    private static String name(Write write) {
        var company = write.refs("company_id");
        var parts = company.isEmpty()
                ? write.refs("deal_id")
                : Stream.concat(company.stream(), write.refs("product_id").stream())
                        .toList();
        if (parts.isEmpty()) {
            parts = write.refs("product_id");
        }
        return parts.isEmpty() ? "Quote" : parts.stream().map(RecordRef::title).collect(Collectors.joining(" "));
    }
}
