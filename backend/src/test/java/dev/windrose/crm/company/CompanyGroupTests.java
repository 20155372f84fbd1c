package dev.windrose.crm.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Money;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class CompanyGroupTests {

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void refusesACircleMadeByOneChangeSet() {
        var one = company("One", null);
        var two = company("Two", null);
        assertThatThrownBy(() -> world.apply(
                        Cause.person(),
                        DraftOperation.update("company", one, Map.of("parent_company", two)),
                        DraftOperation.update("company", two, Map.of("parent_company", one))))
                .isInstanceOf(AppException.class);
        assertThat(world.get("company", one).value("parent_company")).isNull();
    }

    @Test
    void refusesACircleMadeByTwoAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = company("One", null);
            var two = company("Two", null);
            var barrier = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var outcomes = pool.invokeAll(Stream.of(below(barrier, one, two), below(barrier, two, one))
                        .toList());
                long done = 0;
                for (var outcome : outcomes) {
                    done += outcome.get() ? 1 : 0;
                }
                assertThat(done).isEqualTo(1);
            }
        }
    }

    @Test
    void addsUpWhatIsBelow() {
        var group = company("Calder Group", null);
        var marine = company("Calder Marine", group);
        var docks = company("Calder Docks", marine);
        company("Elsewhere", null);
        world.create("contact", Map.of("name", "Iris Lowe", "company_id", docks));
        deal(group, "proposal", 100);
        deal(docks, "lead", 50);
        deal(marine, "won", 70);
        deal(marine, "lost", 500);
        var tree = world.in(() -> Workspaces.bean(CompanyTrees.class).below(new CompanyId(group)));
        assertThat(tree.companies())
                .extracting(CompanyTree.Node::name)
                .containsExactly("Calder Group", "Calder Marine", "Calder Docks");
        assertThat(tree.companies()).extracting(CompanyTree.Node::level).containsExactly(0, 1, 2);
        assertThat(tree.totals().open().amount()).isEqualTo(new Money(new BigDecimal(150), "USD"));
        assertThat(tree.totals().won().deals()).isEqualTo(1);
        assertThat(tree.totals().contacts()).isEqualTo(1);
    }

    private Callable<Boolean> below(CyclicBarrier barrier, UUID company, UUID parent) {
        return () -> {
            barrier.await();
            try {
                world.update("company", company, Map.of("parent_company", parent));
                return true;
            } catch (AppException refused) {
                return false;
            }
        };
    }

    private UUID company(String name, @Nullable UUID parent) {
        return world.create(
                "company", parent == null ? Map.of("name", name) : Map.of("name", name, "parent_company", parent));
    }

    private void deal(UUID company, String stage, int amount) {
        world.create("deal", Map.of("company_id", company, "stage", stage, "deal_amount", amount));
    }
}
