package dev.windrose.revenue.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.context.policy.PolicyRoles;
import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.FieldMask;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class OfferTests {

    private static final String ABOVE = "A discount above 12 % needs the approval of the sales lead.";
    private static final String NEVER = "A discount above 30 % is not allowed.";

    @Autowired
    PrepareOffers prepare;

    @Autowired
    PolicyRoles roles;

    @Autowired
    Decisions decisions;

    @Autowired
    AccessRules access;

    @Autowired
    Workspaces workspaces;

    private RecordWorld world;
    private UUID product;
    private UUID company;

    @BeforeEach
    void priceBook() {
        world = RecordWorld.fresh();
        product = world.create("product", Map.of("name", "Kiln Watch"));
        company = world.create("company", Map.of("name", "Delmar Ceramics", "country_hq", "GB"));
        entry(Map.of("tier", "Small", "min_quantity", 1, "max_quantity", 9, "list_price", 120, "currency", "GBP"));
        entry(Map.of("tier", "Large", "min_quantity", 10, "list_price", 100, "currency", "GBP"));
        entry(Map.of("tier", "Small", "min_quantity", 1, "max_quantity", 9, "list_price", 140, "currency", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"1,120", "9,120", "10,100", "500,100"})
    void takesTheTierOfTheQuantity(int quantity, String price) {
        assertThat(made(wish(quantity, "0")).priced().main().entry().listPrice())
                .isEqualByComparingTo(price);
    }

    @Test
    void takesTheCurrencyOfTheCustomersCountry() {
        assertThat(made(wish(2, "0")).currency()).isEqualTo("GBP");
    }

    @Test
    void takesTheCurrencyOfTheCustomersLastDeal() {
        world.create(
                "deal",
                Map.of("company_id", company, "name", "Kilns", "deal_amount", 10, "deal_amount_currency", "EUR"));
        assertThat(made(wish(2, "0")).currency()).isEqualTo("EUR");
    }

    @Test
    void inventsNoPrice() {
        var none = world.in(
                () -> prepare.of(new QuoteWish(product, 10, "EUR", null, null, null, company, null, null, null)));
        assertThat(none).isInstanceOfSatisfying(OfferAnswer.NoPrice.class, answer -> assertThat(answer.why())
                .isEqualTo("Kiln Watch: The price book has no price for 10, only for Small 1 to 9."));
        var currency = world.in(
                () -> prepare.of(new QuoteWish(product, 2, "CHF", null, null, null, company, null, null, null)));
        assertThat(currency).isInstanceOfSatisfying(OfferAnswer.NoPrice.class, answer -> assertThat(answer.why())
                .isEqualTo("Kiln Watch: The price book has no price in CHF for it, only in EUR, GBP."));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31,90", "2026-02-01,95", "2026-02-28,95"})
    void takesThePriceOfTheDay(LocalDate day, String price) {
        var other = world.create("product", Map.of("name", "Kiln Log"));
        entry(Map.of("product_id", other, "list_price", 90, "currency", "GBP", "valid_to", "2026-01-31"));
        entry(Map.of(
                "product_id",
                other,
                "list_price",
                95,
                "currency",
                "GBP",
                "valid_from",
                "2026-02-01",
                "valid_to",
                "2026-02-28"));
        var wish = new QuoteWish(other, 1, null, null, null, null, null, null, null, null);
        var answer = world.in(() -> prepare.of(wish, day));
        assertThat(((OfferAnswer.Made) answer).offer().priced().yearly()).isEqualByComparingTo(price);
        assertThat(world.in(() -> prepare.of(wish, LocalDate.of(2026, 3, 1)))).isInstanceOf(OfferAnswer.NoPrice.class);
    }

    @Test
    void asksWhichTierWhereOnlyThatTellsPricesApart() {
        entry(Map.of("tier", "Premium", "min_quantity", 1, "list_price", 190, "currency", "GBP"));
        var answer = world.in(() -> prepare.of(wish(2, "0")));
        assertThat(answer).isInstanceOfSatisfying(OfferAnswer.Open.class, open -> assertThat(open.choices())
                .containsExactlyInAnyOrder("Small", "Premium"));
    }

    @Test
    void namesWhatPoliciesSayOfADiscount() {
        policy(ABOVE);
        policy(NEVER);
        var member = world.workspace().person("Ada Brandt", Role.MEMBER);
        assertThat(made(member, wish(2, "12")).rulings()).isEmpty();
        assertThat(made(member, wish(2, "12.5")).approvals())
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.roles()).containsExactly("sales_lead"));
        assertThat(made(member, wish(2, "31")).refusals())
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.clause()).isEqualTo(NEVER));
    }

    @Test
    void reckonsAsAPolicySays() {
        policy(
                "A quote is reckoned so: the tier is for all units. The discount is taken from what is left after the term. Amounts are rounded to whole euros.");
        var offer = made(wish(1, "12.4"));
        assertThat(offer.priced().yearly()).isEqualByComparingTo("105");
        assertThat(Objects.requireNonNull(offer.priced().arithmetic().clause()).text())
                .startsWith("A quote is");
    }

    @Test
    void takesValidityAndDaysToPayFromPolicies() {
        policy("A quote is valid for 21 days. An older one is made again.");
        policy("Standard is net 14 days.");
        var offer = made(wish(1, "0"));
        assertThat(offer.validUntil()).isEqualTo(world.in(workspaces::today).plusDays(21));
        assertThat(offer.paymentTermsDays()).isEqualTo(14);
    }

    /** What needs an approval waits, and whoever gives it is kept on the quote. */
    @Test
    void letsAQuoteWaitForItsApproval() {
        policy(ABOVE);
        var member = world.workspace().person("Ada Brandt", Role.MEMBER);
        var lead = world.workspace().person("Noor Haddad", Role.MEMBER);
        world.in(() -> {
            roles.put("sales_lead", List.of(Objects.requireNonNull(lead.person())));
            return null;
        });
        var set = write(member, made(member, wish(4, "15")));
        assertThat(set.operations()).singleElement().satisfies(operation -> {
            assertThat(operation.status()).isEqualTo(OperationStatus.WAITING);
            assertThat(operation.reason()).isEqualTo("Needs approval by sales_lead: " + ABOVE);
        });
        assertThatThrownBy(() -> world.as(member).in(() -> decisions.apply(set.id(), Set.of())))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("This is approved by sales lead");
        world.as(lead).in(() -> decisions.apply(set.id(), Set.of()));
        var quote = world.get("quote", set.operations().getFirst().recordId());
        assertThat(quote.value("approved_by"))
                .isEqualTo(List.of(Objects.requireNonNull(lead.person()).value()));
        assertThat((BigDecimal) quote.value("yearly_amount")).isEqualByComparingTo("408");
    }

    @Test
    void writesWhatNeedsNobody() {
        policy(ABOVE);
        var member = world.workspace().person("Ada Brandt", Role.MEMBER);
        var set = write(member, made(member, wish(4, "12")));
        assertThat(set.operations()).singleElement().satisfies(operation -> assertThat(operation.applied())
                .isTrue());
    }

    @Test
    void refusesWhatIsProhibited() {
        policy(NEVER);
        var member = world.workspace().person("Ada Brandt", Role.MEMBER);
        var offer = made(member, wish(4, "40"));
        assertThatThrownBy(() -> write(member, offer))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(NEVER);
    }

    /** What somebody must not see is not there. */
    @Test
    void tellsNoPriceToWhomItIsHidden() {
        world.in(() -> {
            access.replaceMasks(List.of(new FieldMask("price_book_entry", "list_price", Set.of(Role.MEMBER))));
            return null;
        });
        var member = world.workspace().person("Ada Brandt", Role.MEMBER);
        assertThat(world.as(member).in(() -> prepare.of(wish(2, "0")))).isInstanceOf(OfferAnswer.NoPrice.class);
    }

    private Offer made(QuoteWish wish) {
        return made(world.actor(), wish);
    }

    private Offer made(Actor actor, QuoteWish wish) {
        var answer = world.as(actor).in(() -> prepare.of(wish));
        assertThat(answer).isInstanceOf(OfferAnswer.Made.class);
        return ((OfferAnswer.Made) answer).offer();
    }

    private ChangeSet write(Actor actor, Offer offer) {
        return world.as(actor).apply(Cause.person(), DraftOperation.create("quote", offer.values()));
    }

    private QuoteWish wish(int quantity, String discount) {
        return new QuoteWish(product, quantity, null, null, new BigDecimal(discount), null, company, null, null, null);
    }

    private void entry(Map<String, Object> more) {
        var fields = new HashMap<String, Object>(Map.of("product_id", product, "per", "year"));
        fields.putAll(more);
        world.create("price_book_entry", fields);
    }

    private void policy(String clause) {
        world.create(
                "context_entry",
                Map.of(
                        "category", "policy",
                        "kind", "approval",
                        "title", clause.substring(0, 20),
                        "details", Map.of("clause", clause),
                        "status", "live"));
    }
}
