package dev.windrose.crm.company;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Web addresses in one form, and no company above itself. */
@Component
class CompanyRules implements RecordRule {

    private static final String PARENT = "parent_company";
    private static final String WEBSITE = "website_url";

    private final CompanyStore store;

    CompanyRules(CompanyStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "company";
    }

    @Override
    public void check(Write write) {
        if (write.op() != Op.CREATE && write.op() != Op.UPDATE) {
            return;
        }
        if (write.changes(WEBSITE) && write.value(WEBSITE) instanceof String address) {
            write.set(WEBSITE, NormaliseWebsite.of(address));
        }
        if (write.changes(PARENT)
                && write.value(PARENT) instanceof UUID parent
                && closesCircle(write.recordId(), parent)) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    PARENT,
                    "This company is above the chosen parent already, so it cannot be below it.");
        }
    }

    private boolean closesCircle(UUID company, UUID parent) {
        store.lockGroups();
        return parent.equals(company) || store.chainFrom(parent).contains(company);
    }
}
