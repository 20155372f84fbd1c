package dev.windrose.crm.account;

import dev.windrose.records.RecordData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an account shows first.
 *
 * @param people the first hundred, the primary one first
 * @param openDeals the first hundred, the next to be signed first
 * @param counts of records by type, and of those still open where the type has that
 */
public record AccountPage(
        RecordData company,
        List<Contact> people,
        List<OpenDeal> openDeals,
        List<Total> openTotals,
        List<Total> wonTotals,
        @Nullable State state,
        @Nullable Activity lastActivity,
        Map<String, Count> counts) {

    public record Contact(
            UUID id,
            String name,
            @Nullable String title,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String influenceRole,
            boolean isPrimary,
            @Nullable BigDecimal engagementScore,
            @Nullable LocalDate lastContactDate) {

        Contact without(Set<String> hidden) {
            return new Contact(
                    id,
                    name,
                    hidden.contains("title") ? null : title,
                    hidden.contains("email") ? null : email,
                    hidden.contains("phone") ? null : phone,
                    hidden.contains("influence_role") ? null : influenceRole,
                    !hidden.contains("is_primary") && isPrimary,
                    hidden.contains("engagement_score") ? null : engagementScore,
                    hidden.contains("last_contact_date") ? null : lastContactDate);
        }
    }

    public record OpenDeal(
            UUID id,
            String name,
            @Nullable String stage,
            @Nullable BigDecimal dealAmount,
            @Nullable String dealAmountCurrency,
            @Nullable LocalDate dealExpectedSigningDate,
            @Nullable String dealHealth,
            @Nullable String productName,
            @Nullable UUID ownerId) {

        OpenDeal without(Set<String> hidden) {
            return new OpenDeal(
                    id,
                    name,
                    hidden.contains("stage") ? null : stage,
                    hidden.contains("deal_amount") ? null : dealAmount,
                    hidden.contains("deal_amount_currency") ? null : dealAmountCurrency,
                    hidden.contains("deal_expected_signing_date") ? null : dealExpectedSigningDate,
                    hidden.contains("deal_health") ? null : dealHealth,
                    hidden.contains("product_id") ? null : productName,
                    ownerId);
        }
    }

    /** The deals in one currency. */
    public record Total(@Nullable String currency, BigDecimal amount, long deals) {}

    public record State(@Nullable String state, Instant since, String by) {}

    public record Activity(
            UUID id,
            @Nullable String interactionType,
            String subject,
            @Nullable LocalDate date) {}

    /** @param open null where the type knows no such state */
    public record Count(long total, @Nullable Long open) {}
}
