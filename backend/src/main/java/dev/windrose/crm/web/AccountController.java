package dev.windrose.crm.web;

import dev.windrose.crm.account.AccountPages;
import dev.windrose.crm.company.CustomerStates;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.RecordPage;
import dev.windrose.records.web.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private final AccountPages pages;
    private final CustomerStates states;
    private final Descriptors descriptors;

    AccountController(AccountPages pages, CustomerStates states, Descriptors descriptors) {
        this.pages = pages;
        this.states = states;
        this.descriptors = descriptors;
    }

    /** Each list as the query of its type answers it. */
    record Listed(
            List<Map<String, @Nullable Object>> data,
            @Nullable String nextCursor,
            @Nullable Long total,
            boolean totalIsEstimate) {}

    /** The deals of one state; amounts by currency. */
    record DealTotal(
            @Nullable Object state, long deals, @Nullable Object amount) {}

    record View(
            Map<String, @Nullable Object> company,
            Map<String, Listed> lists,
            List<DealTotal> dealTotals,
            CustomerStateController.View state) {}

    /** What the page of an account shows first, in one answer. */
    @GetMapping("/api/v1/companies/{id}/workspace")
    View workspace(@PathVariable UUID id) {
        var page = pages.of(new CompanyId(id));
        var lists = new LinkedHashMap<String, Listed>();
        page.lists().forEach((type, list) -> lists.put(type, listed(type, list)));
        var deals = page.deals() == null
                ? List.<DealTotal>of()
                : page.deals().groups().stream()
                        .map(group -> new DealTotal(
                                group.key().get("deal_state"),
                                group.count(),
                                RecordJson.value(group.measures().get("sum(deal_amount)"))))
                        .toList();
        return new View(
                RecordJson.of(descriptors.get("company"), page.company()),
                lists,
                deals,
                CustomerStateController.view(page.states(), states));
    }

    private Listed listed(String type, RecordPage page) {
        var descriptor = descriptors.get(type);
        return new Listed(
                page.data().stream()
                        .map(record -> RecordJson.of(descriptor, record))
                        .toList(),
                page.nextCursor(),
                page.total(),
                page.totalIsEstimate());
    }
}
