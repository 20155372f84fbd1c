package dev.windrose.crm.company;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.ContactId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TerritoryId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.RecordType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account: a company that buys, may buy or bought. */
@RecordType(
        name = "company",
        plural = "companies",
        label = "Account",
        labelPlural = "Accounts",
        icon = "building",
        category = "COMPANY_INFO")
public record Company(
        CompanyId id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description,

        @Field(filter = true, sort = true, list = 3, section = CLASS, category = CLASSIFICATION) @Nullable
        String industryVertical,

        @Field(filter = true, section = CLASS, category = CLASSIFICATION) @Nullable
        String subIndustry,

        @Field(filter = true, label = "B2B or B2C", section = CLASS, category = CLASSIFICATION) @Nullable
        BusinessModel b2bOrB2c,

        @Field(filter = true, section = CLASS, category = CLASSIFICATION) @Nullable
        String size,

        @Field(kind = FieldKind.URL, filter = true, search = true, label = "Website") @Nullable
        String websiteUrl,

        @Field(
                kind = FieldKind.COUNTRY,
                filter = true,
                sort = true,
                list = 4,
                label = "Country of headquarters",
                section = PLACES)
        @Nullable
        String countryHq,

        @Field(kind = FieldKind.MULTI_CHOICE, filter = true, section = PLACES) @Nullable
        List<String> otherCountries,

        @Field(filter = true, sort = true, list = 6, section = CLASS, category = CLASSIFICATION) @Nullable
        Money revenue,

        @Field(filter = true, sort = true, list = 5, label = "Employees", section = CLASS, category = CLASSIFICATION)
        @Nullable
        Integer employeeSize,

        @Field(filter = true, section = GROUP, category = "COMPANY_HIERARCHY", major = true) @Nullable
        CompanyId parentCompany,

        @Field(sql = CHILDREN, section = GROUP) @Nullable List<CompanyId> childCompanies,

        @Field(sql = HIERARCHY, kind = FieldKind.JSON, section = GROUP) @Nullable
        List<Map<String, Object>> companyHierarchy,

        @Field(filter = true, label = "Segment", section = CLASS, category = CLASSIFICATION, major = true) @Nullable
        String customerSegmentLabel,

        @Field(sql = PRIMARY_CONTACT, ref = "contact") @Nullable
        ContactId primaryContact,

        @Field(help = "Colleagues who work on this account", major = true, category = TEAM) @Nullable
        List<PersonId> accountTeam,

        @Field(help = "What each colleague of the team does, by id", category = TEAM) @Nullable
        Map<String, Object> accountTeamRoles,

        @Field(filter = true, major = true, category = "COMPANY_TERRITORY") @Nullable
        TerritoryId territoryId,

        @Field(computed = "territory_id.name", label = "Territory", list = 9) @Nullable
        String territoryName,

        @Field(kind = FieldKind.COUNTRY, filter = true, section = PLACES) @Nullable
        String decisionCountry,

        @Field(kind = FieldKind.LONG_TEXT, label = "Address", section = PLACES, maxLength = 1000) @Nullable
        String companyAddress,

        @Field(label = "Legal entity") @Nullable String companyLegalEntity,

        @Field(filter = true, sort = true, list = 2, category = "CUSTOMER_STATE", major = true) @Nullable
        CustomerState customerState,

        @Field(
                kind = FieldKind.SCORE,
                filter = true,
                sort = true,
                readOnly = true,
                list = 7,
                label = "Momentum",
                section = SCORES)
        @Nullable
        BigDecimal momentumScore,

        @Field(readOnly = true, section = SCORES) @Nullable Instant momentumLastUpdated,

        @Field(
                kind = FieldKind.SCORE,
                filter = true,
                sort = true,
                readOnly = true,
                label = "Product fit",
                section = SCORES)
        @Nullable
        BigDecimal productFitScore,

        @Field(
                filter = true,
                sort = true,
                readOnly = true,
                list = 8,
                label = "Last contact",
                category = "COMPANY_ACTIVITY")
        @Nullable
        LocalDate lastContactDate)
        implements BusinessRecord<CompanyId> {

    private static final String CLASSIFICATION = "COMPANY_CLASSIFICATION";
    private static final String TEAM = "ACCOUNT_TEAM";
    private static final String CLASS = "Classification";
    private static final String PLACES = "Places";
    private static final String GROUP = "Group";
    private static final String SCORES = "Scores";

    private static final String PRIMARY_CONTACT = """
            (select p.id from contacts p where p.tenant_id = t.tenant_id and p.company_id = t.id and p.is_primary and p.deleted_at is null{see:contact:p}
             order by p.id desc limit 1)
            """;

    private static final String CHILDREN = """
            (select jsonb_agg(c.id order by c.name_key, c.id) from companies c
             where c.tenant_id = t.tenant_id and c.parent_company = t.id and c.deleted_at is null{see:company:c})
            """;

    /** From the top of the group down to the parent. */
    private static final String HIERARCHY = """
            (with recursive above (id, name, parent, depth) as (
                 select p.id, p.name, p.parent_company, 1 from companies p where p.tenant_id = t.tenant_id and p.id = t.parent_company{see:company:p}
                 union all
                 select p.id, p.name, p.parent_company, a.depth + 1 from above a
                 join companies p on p.tenant_id = t.tenant_id and p.id = a.parent where a.depth < 50{see:company:p})
             select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by depth desc) from above)
            """;
}
