package dev.windrose.crm.company;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.FollowChange;
import org.springframework.stereotype.Component;

/** Looks at groups of companies once more when they are written: one change set may move several companies, and others may write as well. */
@Component
class RefuseCircles implements FollowChange {

    private final CompanyStore store;

    RefuseCircles(CompanyStore store) {
        this.store = store;
    }

    @Override
    public void follow(AppliedChange change) {
        var companies = change.changed("company", "parent_company");
        if (!companies.isEmpty() && store.closesCircle(companies)) {
            throw new AppException(
                    CommonError.BAD_VALUE, "These changes would put a company above itself.", "parent_company");
        }
    }
}
