package dev.windrose.crm.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class TerritoryTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void takesOnlyFiltersThatListsUnderstand() {
        assertThatThrownBy(() -> world.create(
                        "territory",
                        Map.of("name", "North", "filter", Map.of("field", "no_such_field", "op", "is", "value", 1))))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.field()).isEqualTo("filter"));
        assertThatThrownBy(() -> world.create("territory", Map.of("name", "North", "filter", List.of(1))))
                .isInstanceOf(AppException.class);
    }
}
