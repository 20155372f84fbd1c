package dev.windrose.crm.web;

import dev.windrose.crm.account.AccountPage;
import dev.windrose.crm.account.AccountPages;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.web.RecordJson;
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
    private final Descriptors descriptors;

    AccountController(AccountPages pages, Descriptors descriptors) {
        this.pages = pages;
        this.descriptors = descriptors;
    }

    record View(
            Map<String, @Nullable Object> company,
            List<AccountPage.Contact> people,
            List<AccountPage.OpenDeal> openDeals,
            List<AccountPage.Total> openTotals,
            List<AccountPage.Total> wonTotals,
            AccountPage.@Nullable State state,
            AccountPage.@Nullable Activity lastActivity,
            Map<String, AccountPage.Count> counts) {}

    @GetMapping("/api/v1/companies/{id}/workspace")
    View workspace(@PathVariable UUID id) {
        var page = pages.of(new CompanyId(id));
        return new View(
                RecordJson.of(descriptors.get("company"), page.company()),
                page.people(),
                page.openDeals(),
                page.openTotals(),
                page.wonTotals(),
                page.state(),
                page.lastActivity(),
                page.counts());
    }
}
