package dev.windrose.crm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.windrose.crm.timeline.Timelines;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class DemoWorldTests {

    @Autowired
    DemoWorld demo;

    @Autowired
    Records records;

    @Autowired
    Timelines timelines;

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void fillsAWorkspaceOnceWithRecordsThatHaveAPast() throws NumberParseException {
        fill();
        fill();
        assertThat(count("company")).isEqualTo(60);
        assertThat(count("product")).isEqualTo(3);
        assertThat(count("contact")).isGreaterThan(140);
        assertThat(count("deal")).isGreaterThan(90);
        assertThat(count("interaction")).isGreaterThan(250);
        assertThat(count("objection") + count("feedback") + count("task") + count("comment"))
                .isGreaterThan(200);
        keepsThePast();
        hasPhonesThatCanBe();
    }

    private void keepsThePast() {
        var ashcombe = world.in(
                        () -> records.query(RecordQuery.of("company").where(Filter.is("name", "Ashcombe Water"))))
                .getFirst();
        assertThat(ashcombe.createdAt()).isBefore(Instant.now().minus(Duration.ofDays(300)));
        var timeline = world.in(() -> timelines.of(new CompanyId(ashcombe.id()), Set.of(), null, 200))
                .items();
        assertThat(timeline).extracting(item -> item.kind()).contains("state", "deal", "interaction");
        assertThat(timeline.getLast().at()).isBefore(Instant.now().minus(Duration.ofDays(300)));
        assertThat(timeline).extracting(item -> item.at()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private void hasPhonesThatCanBe() throws NumberParseException {
        var numbers = PhoneNumberUtil.getInstance();
        for (var contact : all("contact")) {
            if (contact.value("phone") instanceof String phone) {
                assertThat(numbers.isPossibleNumber(numbers.parse(phone, "ZZ")))
                        .as(phone)
                        .isTrue();
            }
        }
    }

    private void fill() {
        world.in(() -> {
            demo.fill();
            return null;
        });
    }

    private long count(String type) {
        return all(type).size();
    }

    private List<RecordData> all(String type) {
        return world.in(() -> records.query(RecordQuery.of(type).limit(500)));
    }
}
