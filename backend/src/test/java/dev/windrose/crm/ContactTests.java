package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class ContactTests {

    private RecordWorld world;
    private UUID company;

    @BeforeEach
    void startWithACompany() {
        world = RecordWorld.fresh();
        company = world.create("company", Map.of("name", "Calder Instruments", "country_hq", "GB"));
    }

    @Test
    void writesMailAndPhoneInOneForm() {
        var contact = world.get(
                "contact",
                world.create(
                        "contact",
                        Map.of(
                                "name",
                                "Iris Lowe",
                                "company_id",
                                company,
                                "email",
                                "Iris.Lowe@Calder.example",
                                "phone",
                                "020 7946 0123")));
        assertThat(contact.values())
                .containsEntry("email", "iris.lowe@calder.example")
                .containsEntry("phone", "+442079460123")
                .containsEntry("company_name", "Calder Instruments");
    }

    @Test
    void isCalledByItsMailUntilTheNameIsKnown() {
        var contact = world.create("contact", Map.of("email", "ops@calder.example"));
        assertThat(world.get("contact", contact).title()).isEqualTo("ops@calder.example");
    }

    @Test
    void needsANameOrAMail() {
        assertThatExceptionOfType(AppException.class)
                .isThrownBy(() -> world.create("contact", Map.of("title", "Buyer")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("name"));
    }

    @Test
    void takesTheMarkFromTheFormerPrimaryContact() {
        var former = world.create("contact", Map.of("name", "Iris Lowe", "company_id", company, "is_primary", true));
        var elsewhere = world.create(
                "contact",
                Map.of(
                        "name",
                        "Noor Haas",
                        "is_primary",
                        true,
                        "company_id",
                        world.create("company", Map.of("name", "Delmar Health"))));
        var other = world.create("contact", Map.of("name", "Ben Otto", "company_id", company));
        var set = world.update("contact", other, Map.of("is_primary", true));
        assertThat(world.get("contact", former).value("is_primary")).isEqualTo(false);
        assertThat(world.get("contact", elsewhere).value("is_primary")).isEqualTo(true);
        assertThat(world.get("company", company).value("primary_contact")).isEqualTo(other);
        world.undo(set);
        assertThat(world.get("contact", former).value("is_primary")).isEqualTo(true);
        assertThat(world.get("contact", other).value("is_primary")).isNull();
    }

    @Test
    void isNoLongerPrimaryInAnotherCompany() {
        var iris = world.create("contact", Map.of("name", "Iris Lowe", "company_id", company, "is_primary", true));
        world.update("contact", iris, Map.of("company_id", world.create("company", Map.of("name", "Delmar Health"))));
        assertThat(world.get("contact", iris).value("is_primary")).isEqualTo(false);
    }

    @Test
    void givesWayToTheNewPrimaryWhenRestored() {
        var iris = world.create("contact", Map.of("name", "Iris Lowe", "company_id", company, "is_primary", true));
        var binned = world.apply(Cause.person(), DraftOperation.delete("contact", iris));
        var ben = world.create("contact", Map.of("name", "Ben Otto", "company_id", company, "is_primary", true));
        world.undo(binned);
        assertThat(world.get("contact", iris).value("is_primary")).isEqualTo(false);
        assertThat(world.get("company", company).value("primary_contact")).isEqualTo(ben);
    }

    @Test
    void keepsOnePrimaryWhereAChangeSetNamesTheFormerItself() {
        var former = world.create("contact", Map.of("name", "Iris Lowe", "company_id", company, "is_primary", true));
        var other =
                DraftOperation.create("contact", Map.of("name", "Ben Otto", "company_id", company, "is_primary", true));
        var set = world.apply(
                Cause.person(), other, DraftOperation.update("contact", former, Map.of("is_primary", false)));
        assertThat(set.operations()).hasSize(2);
    }

    @Test
    void remembersSinceWhenThereIsConsentAndSinceWhenNothingIsSent() {
        var iris = world.create("contact", Map.of("name", "Iris Lowe", "consent_state", "given"));
        assertThat(world.get("contact", iris).value("consent_changed_at")).isNotNull();
        world.update("contact", iris, Map.of("suppressed", true, "suppression_reason", "unsubscribed"));
        assertThat(world.get("contact", iris).values())
                .containsEntry("consent_state", "given")
                .containsEntry("suppression_reason", "unsubscribed")
                .containsKey("suppressed_at");
        world.update("contact", iris, Map.of("suppressed", false));
        assertThat(world.get("contact", iris).values()).doesNotContainKeys("suppression_reason", "suppressed_at");
    }
}
