package dev.windrose.records.importing.column;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What other systems call our fields and values. Words are squashed: lower case, letters and digits only. */
final class Synonyms {

    /** By field name, or {@code type.field} where the word means this only there. */
    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry(
                    "company.name",
                    Set.of(
                            "account",
                            "accountname",
                            "company",
                            "companyname",
                            "organisation",
                            "organization",
                            "customer",
                            "customername",
                            "client",
                            "clientname",
                            "firma",
                            "unternehmen",
                            "business",
                            "businessname")),
            Map.entry(
                    "contact.name",
                    Set.of(
                            "contact",
                            "contactname",
                            "fullname",
                            "person",
                            "personname",
                            "displayname",
                            "ansprechpartner")),
            Map.entry("product.name", Set.of("product", "productname", "item", "itemname", "sku", "title", "produkt")),
            Map.entry("deal.name", Set.of("deal", "dealname", "opportunity", "opportunityname", "title", "subject")),
            Map.entry(
                    "company_id",
                    Set.of(
                            "account",
                            "accountname",
                            "company",
                            "companyname",
                            "associatedcompany",
                            "organization",
                            "organisation",
                            "customer",
                            "customername",
                            "client",
                            "clientname",
                            "firma",
                            "unternehmen",
                            "employer")),
            Map.entry("product_id", Set.of("product", "productname", "item", "itemname", "lineitem", "sku", "produkt")),
            Map.entry("contact_id", Set.of("contact", "contactname", "primarycontact", "person")),
            Map.entry(
                    "parent_company",
                    Set.of(
                            "subsidiaryof",
                            "parent",
                            "parentaccount",
                            "parentname",
                            "parentcompanyname",
                            "belongsto",
                            "muttergesellschaft",
                            "ultimateparent",
                            "holding")),
            Map.entry(
                    "industry_vertical",
                    Set.of("sector", "industry", "vertical", "branch", "branche", "industrysector", "segmentindustry")),
            Map.entry("sub_industry", Set.of("subsector", "subvertical", "niche")),
            Map.entry(
                    "employee_size",
                    Set.of(
                            "employees",
                            "numberofemployees",
                            "noofemployees",
                            "employeecount",
                            "headcount",
                            "staff",
                            "mitarbeiter",
                            "numemployees",
                            "companysize")),
            Map.entry(
                    "country_hq",
                    Set.of(
                            "officelocation",
                            "country",
                            "headquarters",
                            "hq",
                            "location",
                            "hqcountry",
                            "billingcountry",
                            "headquarterscountry",
                            "land",
                            "hqlocation",
                            "countryregion")),
            Map.entry(
                    "website_url",
                    Set.of(
                            "website",
                            "web",
                            "url",
                            "domain",
                            "domainname",
                            "homepage",
                            "companydomain",
                            "companydomainname",
                            "webseite",
                            "site")),
            Map.entry(
                    "company_address",
                    Set.of("address", "street", "billingaddress", "streetaddress", "adresse", "billingstreet")),
            Map.entry(
                    "customer_segment_label",
                    Set.of("segment", "customersegment", "tier", "customertier", "accounttier")),
            Map.entry(
                    "customer_state",
                    Set.of("lifecyclestage", "lifecycle", "customerstatus", "accountstatus", "relationship")),
            Map.entry("b2b_or_b2c", Set.of("businessmodel", "businesstype")),
            Map.entry(
                    "company.revenue", Set.of("annualrevenue", "turnover", "sales", "umsatz", "yearlyrevenue", "arr")),
            Map.entry(
                    "description",
                    Set.of(
                            "about",
                            "notes",
                            "note",
                            "comment",
                            "comments",
                            "details",
                            "beschreibung",
                            "aboutus",
                            "summary")),
            Map.entry("email", Set.of("mail", "emailaddress", "workemail", "businessemail", "emailid", "primaryemail")),
            Map.entry(
                    "phone",
                    Set.of(
                            "phonenumber",
                            "telephone",
                            "tel",
                            "mobile",
                            "mobilephone",
                            "cell",
                            "workphone",
                            "telefon",
                            "directphone")),
            Map.entry(
                    "contact.title", Set.of("jobtitle", "position", "role", "jobposition", "funktion", "designation")),
            Map.entry("influence_role", Set.of("buyingrole", "decisionrole", "contactrole", "stakeholderrole")),
            Map.entry("is_primary", Set.of("primary", "maincontact", "primarycontact", "isprimarycontact")),
            Map.entry(
                    "owner_id",
                    Set.of(
                            "owner",
                            "salesagent",
                            "salesrep",
                            "rep",
                            "accountexecutive",
                            "accountmanager",
                            "accountowner",
                            "dealowner",
                            "contactowner",
                            "assignedto",
                            "assignee",
                            "salesperson",
                            "agent",
                            "ownername",
                            "responsible",
                            "hubspotowner")),
            Map.entry(
                    "deal_amount",
                    Set.of(
                            "amount",
                            "value",
                            "closevalue",
                            "dealvalue",
                            "price",
                            "total",
                            "contractvalue",
                            "tcv",
                            "acv",
                            "opportunityamount",
                            "expectedrevenue",
                            "amountincompanycurrency",
                            "betrag")),
            Map.entry(
                    "deal_amount_currency",
                    Set.of("currency", "currencycode", "dealcurrency", "currencyisocode", "waehrung")),
            Map.entry(
                    "deal.deal_id",
                    Set.of(
                            "opportunityid",
                            "dealnumber",
                            "opportunitynumber",
                            "dealno",
                            "ordernumber",
                            "opportunityref")),
            Map.entry(
                    "stage",
                    Set.of(
                            "dealstage",
                            "stagename",
                            "pipelinestage",
                            "salesstage",
                            "opportunitystage",
                            "phase",
                            "status",
                            "dealstatus")),
            Map.entry(
                    "deal_expected_signing_date",
                    Set.of(
                            "expectedclosedate",
                            "expectedclose",
                            "forecastclosedate",
                            "targetclosedate",
                            "estimatedclosedate")),
            Map.entry(
                    "deal_signing_date",
                    Set.of(
                            "closedate",
                            "closeddate",
                            "signingdate",
                            "signed",
                            "signedon",
                            "dateclosed",
                            "wondate",
                            "contractdate")),
            Map.entry(
                    "deal_start_date",
                    Set.of("startdate", "contractstart", "servicestart", "golivedate", "subscriptionstart")),
            Map.entry(
                    "deal_end_date", Set.of("enddate", "contractend", "renewaldate", "subscriptionend", "expirydate")),
            Map.entry("lost_reason", Set.of("closedlostreason", "reasonlost", "lossreason", "closelostreason")),
            Map.entry(
                    "acquisition_channel_source",
                    Set.of("channel", "leadsource", "source", "originalsource", "acquisitionchannel")),
            Map.entry("acquisition_campaign_source", Set.of("campaign", "campaignname", "utmcampaign")),
            Map.entry("payment_frequency", Set.of("billingfrequency", "billingcycle", "billingperiod", "paymentterms")),
            Map.entry("deal_payment_status", Set.of("paymentstatus", "invoicestatus", "billingstatus")),
            Map.entry(
                    "list_price",
                    Set.of(
                            "salesprice",
                            "price",
                            "unitprice",
                            "retailprice",
                            "suggestedretailprice",
                            "cost",
                            "preis",
                            "listprice")),
            Map.entry(
                    "series",
                    Set.of("productline", "productseries", "productfamily", "family", "category", "range", "line")));

    private static final Map<String, Set<String>> VALUES = Map.ofEntries(
            Map.entry(
                    "lead",
                    Set.of(
                            "prospecting",
                            "prospect",
                            "new",
                            "open",
                            "newlead",
                            "inbound",
                            "unqualified",
                            "identified",
                            "cold")),
            Map.entry(
                    "qualified",
                    Set.of(
                            "qualification",
                            "contacted",
                            "mql",
                            "sql",
                            "appointmentscheduled",
                            "qualifiedtobuy",
                            "qualify",
                            "warm")),
            Map.entry(
                    "discovery",
                    Set.of(
                            "engaging",
                            "engaged",
                            "needsanalysis",
                            "demo",
                            "demoscheduled",
                            "evaluation",
                            "meeting",
                            "develop",
                            "valueproposition",
                            "presentationscheduled",
                            "perceptionanalysis",
                            "iddecisionmakers",
                            "trial",
                            "poc")),
            Map.entry(
                    "proposal",
                    Set.of(
                            "proposalsent",
                            "quote",
                            "quoted",
                            "offer",
                            "offersent",
                            "pricequote",
                            "proposalpricequote",
                            "propose",
                            "decisionmakerboughtin")),
            Map.entry(
                    "negotiation",
                    Set.of(
                            "negotiating",
                            "contractsent",
                            "contract",
                            "negotiationreview",
                            "legal",
                            "verbal",
                            "commit",
                            "closing")),
            Map.entry("won", Set.of("closedwon", "win", "signed", "closewon", "success", "gewonnen")),
            Map.entry(
                    "lost",
                    Set.of(
                            "closedlost",
                            "loss",
                            "lose",
                            "closelost",
                            "abandoned",
                            "rejected",
                            "verloren",
                            "disqualified")),
            Map.entry("dormant", Set.of("inactive", "sleeping", "cold", "paused", "none")),
            Map.entry(
                    "exploring",
                    Set.of("prospect", "lead", "interested", "evaluating", "subscriber", "marketingqualifiedlead")),
            Map.entry("buying", Set.of("opportunity", "negotiating", "inpipeline", "salesqualifiedlead", "pipeline")),
            Map.entry("using", Set.of("customer", "active", "activecustomer", "client", "live", "evangelist")),
            Map.entry("churned", Set.of("formercustomer", "lost", "cancelled", "canceled", "exclient", "ended")),
            Map.entry("annual", Set.of("yearly", "peryear", "annually", "year", "12months")),
            Map.entry("monthly", Set.of("month", "permonth")),
            Map.entry("quarterly", Set.of("quarter", "perquarter")),
            Map.entry("one_time", Set.of("once", "onetime", "single", "upfront", "oneoff")),
            Map.entry("decision_maker", Set.of("decider", "signatory", "approver", "decision")),
            Map.entry("economic_buyer", Set.of("budgetholder", "buyer", "budgetowner")),
            Map.entry("user", Set.of("enduser", "practitioner")),
            Map.entry("paid", Set.of("settled", "complete", "completed")),
            Map.entry("unpaid", Set.of("open", "pending", "due")));

    private Synonyms() {}

    static Set<String> of(String type, FieldDescriptor field) {
        var words = new HashSet<>(FIELDS.getOrDefault(field.name(), Set.of()));
        words.addAll(FIELDS.getOrDefault(type + "." + field.name(), Set.of()));
        if (field.kind() == FieldKind.REFERENCE && field.name().endsWith("_id")) {
            String name = Spelling.squash(field.name().substring(0, field.name().length() - 3));
            words.add(name);
            for (String called : CALLED.getOrDefault(name, List.of(name))) {
                words.addAll(List.of(
                        called + "id",
                        called + "ids",
                        called + "id18",
                        "associated" + called,
                        "associated" + called + "id",
                        "associated" + called + "ids",
                        "primary" + called + "id",
                        "primaryassociated" + called + "id"));
            }
        }
        return words;
    }

    private static final Map<String, List<String>> CALLED = Map.of(
            "company", List.of("company", "account", "organization", "organisation", "org"),
            "contact", List.of("contact", "person"),
            "deal", List.of("deal", "opportunity"));

    /** The value of a choice that others call so. */
    static boolean means(String choice, @Nullable String squashed) {
        return squashed != null && VALUES.getOrDefault(choice, Set.of()).contains(squashed);
    }
}
