package dev.windrose.crm;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.id.DealId;
import dev.windrose.platform.id.LostReasonId;
import dev.windrose.platform.id.ProductId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Choice;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sale, from the first lead to the end of what was sold. */
@RecordType(name = "deal", icon = "handshake", category = "DEAL_INFO")
public record Deal(
        DealId id,

        @Field(filter = true, sort = true, search = true, list = 1, help = "Made from account and product unless given")
        @Nullable
        String name,

        @Field(filter = true, category = "DEAL_ACCOUNT", major = true) @Nullable
        CompanyId companyId,

        @Field(filter = true, category = "DEAL_PRODUCT", major = true) @Nullable
        ProductId productId,

        @Field(filter = true, sort = true, search = true, label = "Deal number", maxLength = 100) @Nullable
        String dealId,

        @Field(
                filter = true,
                sort = true,
                readOnly = true,
                label = "State",
                category = STAGE,
                help = "Follows from the stage")
        @Nullable
        State dealState,

        @Field(
                filter = true,
                sort = true,
                list = 4,
                label = "Amount",
                currency = "deal_amount_currency",
                category = AMOUNT,
                major = true)
        @Nullable
        BigDecimal dealAmount,

        @Field(filter = true, label = "Currency", maxLength = 3, category = AMOUNT) @Nullable
        String dealAmountCurrency,

        @Field(
                filter = true,
                sort = true,
                list = 3,
                category = STAGE,
                major = true,
                choices = {
                    @Choice("lead"),
                    @Choice(value = "qualified", tone = "blue"),
                    @Choice(value = "discovery", tone = "blue"),
                    @Choice(value = "proposal", tone = "teal"),
                    @Choice(value = "negotiation", tone = "amber"),
                    @Choice(value = "won", tone = "green"),
                    @Choice(value = "lost", tone = "red")
                })
        @Nullable
        String stage,

        @Field(
                filter = true,
                sort = true,
                category = STAGE,
                major = true,
                choices = @Choice("sales"),
                help = "Decides which stages there are")
        @Nullable
        String pipeline,

        @Field(filter = true, label = "Next step", maxLength = 300, category = "DEAL_NEXT_STEP") @Nullable
        String nextStep,

        @Field(filter = true, sort = true, label = "Next step due", category = "DEAL_NEXT_STEP") @Nullable
        LocalDate nextStepDue,

        @Field(filter = true, sort = true, label = "Payment status", section = PAYMENT, category = "DEAL_PAYMENT")
        @Nullable
        PaymentStatus dealPaymentStatus,

        @Field(filter = true, sort = true, label = "Start", section = DATES, category = DATE) @Nullable
        LocalDate dealStartDate,

        @Field(filter = true, sort = true, label = "End", section = DATES, category = DATE) @Nullable
        LocalDate dealEndDate,

        @Field(filter = true, label = "Policy state", category = "DEAL_POLICY") @Nullable
        PolicyState dealPolicyState,

        @Field(filter = true, sort = true, list = 6, label = "Health", category = "DEAL_HEALTH") @Nullable
        Health dealHealth,

        @Field(filter = true, section = PAYMENT, category = "DEAL_PAYMENT") @Nullable
        PaymentFrequency paymentFrequency,

        @Field(filter = true, sort = true, label = "Channel", section = SOURCE) @Nullable
        String acquisitionChannelSource,

        @Field(filter = true, sort = true, label = "Campaign", section = SOURCE) @Nullable
        String acquisitionCampaignSource,

        @Field(sql = LATEST_ACTIVITY, label = "Latest activity") @Nullable
        String dealActivity,

        @Field(filter = true, sort = true, list = 5, label = "Expected signing", section = DATES, category = DATE)
        @Nullable
        LocalDate dealExpectedSigningDate,

        @Field(filter = true, sort = true, label = "Signed", section = DATES, category = DATE, major = true) @Nullable
        LocalDate dealSigningDate,

        @Field(kind = FieldKind.SCORE, filter = true, sort = true, readOnly = true, label = "Momentum") @Nullable
        BigDecimal momentumScore,

        @Field(label = "Reason of loss", maxLength = 1000, category = STAGE) @Nullable
        String lostReason,

        @Field(filter = true, label = "Kind of loss", category = STAGE) @Nullable
        LostReasonId lostReasonId,

        @Field(filter = true, help = "Who else is asked for an offer", category = "DEAL_COMPETITION") @Nullable
        List<Competitor.Id> competitors,

        @Field(filter = true, sort = true, section = TERMS, category = AMOUNT, help = "How many units are meant")
        @Nullable
        Integer quantity,

        @Field(filter = true, sort = true, label = "Term in months", section = TERMS, category = AMOUNT) @Nullable
        Integer termMonths,

        @Field(filter = true, sort = true, label = "Discount in %", section = TERMS, category = AMOUNT) @Nullable
        BigDecimal discountPercent,

        @Field(computed = "company_id.name", label = "Company", list = 2) @Nullable
        String companyName,

        @Field(computed = "product_id.name", label = "Product", list = 7) @Nullable
        String productName)
        implements BusinessRecord<DealId> {

    private static final String STAGE = "DEAL_STAGE";
    private static final String AMOUNT = "DEAL_AMOUNT";
    private static final String DATE = "DEAL_DATES";
    private static final String PAYMENT = "Payment";
    private static final String DATES = "Dates";
    private static final String SOURCE = "Source";
    private static final String TERMS = "Terms";

    private static final String LATEST_ACTIVITY = """
            (select to_char(i.date, 'YYYY-MM-DD') || ': ' || i.subject from interactions i
             where i.tenant_id = t.tenant_id and i.deal_id = t.id and i.deleted_at is null{see:interaction:i} order by i.date desc, i.id desc limit 1)
            """;

    /** Whether a deal is still to be decided. */
    public enum State {
        @Choice(tone = "blue")
        OPEN,
        @Choice(tone = "green")
        WON,
        @Choice(tone = "red")
        LOST
    }

    public enum PaymentStatus {
        UNPAID,
        @Choice(tone = "blue")
        INVOICED,
        @Choice(tone = "green")
        PAID,
        @Choice(tone = "red")
        OVERDUE
    }

    public enum PaymentFrequency {
        MONTHLY,
        QUARTERLY,
        ANNUAL,
        ONE_TIME
    }

    public enum Health {
        @Choice(tone = "green")
        GOOD,
        @Choice(tone = "amber")
        AT_RISK,
        @Choice(tone = "red")
        BAD
    }

    /** Whether the terms of a deal are within what may be granted without asking. */
    public enum PolicyState {
        @Choice(tone = "green")
        WITHIN_POLICY,
        @Choice(tone = "amber")
        NEEDS_APPROVAL,
        @Choice(tone = "green")
        APPROVED,
        @Choice(tone = "red")
        REFUSED
    }
}
