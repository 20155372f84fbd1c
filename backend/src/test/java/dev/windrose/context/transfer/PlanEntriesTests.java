package dev.windrose.context.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.change.Changes;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class PlanEntriesTests {

    private RecordWorld world;

    @BeforeEach
    void begin() {
        world = RecordWorld.fresh();
    }

    private EntryPlan plan(List<EntryFile> files) {
        return world.in(() -> Workspaces.bean(PlanEntries.class).of(incoming(files), "Test", true));
    }

    private static List<Incoming> incoming(List<EntryFile> files) {
        var all = new ArrayList<Incoming>();
        files.forEach(file -> all.add(new Incoming(all.size(), file)));
        return all;
    }

    private void apply(EntryPlan plan) {
        world.in(() -> Workspaces.bean(TransactionTemplate.class)
                .execute(status -> Workspaces.bean(Changes.class).apply(plan.draft())));
    }

    private List<EntryFile> exported() {
        return world.in(() -> Workspaces.bean(TransactionTemplate.class).execute(status -> {
            var show = Workspaces.bean(ShowEntries.class);
            var all = show.all();
            return show.files(all, ShowEntries.paths(all));
        }));
    }

    private static List<String> refused(EntryPlan plan, List<EntryFile> files) {
        return plan.entries().stream()
                .filter(entry -> entry.state() == EntryPlan.State.REFUSED)
                .map(entry -> "%s:%s %s".formatted(files.get(entry.position()).path(), entry.line(), entry.reason()))
                .toList();
    }

    private static Map<EntryPlan.State, Long> states(EntryPlan plan) {
        return plan.entries().stream().collect(Collectors.groupingBy(EntryPlan.Planned::state, Collectors.counting()));
    }

    private static EntryFile file(String path, String text) {
        return ((ReadEntryFile.Read.Entry) ReadEntryFile.of(path, text)).file();
    }

    @ParameterizedTest
    @EnumSource
    void takesTheEntriesOfTheProductWholeAndOnce(EntrySet set) {
        var files = set.files();
        var plan = plan(files);
        assertThat(refused(plan, files)).isEmpty();
        assertThat(states(plan)).isEqualTo(Map.of(EntryPlan.State.NEW, (long) files.size()));
        apply(plan);
        var again = plan(files);
        assertThat(states(again)).isEqualTo(Map.of(EntryPlan.State.SAME, (long) files.size()));
        assertThat(again.also()).isEmpty();
        assertThat(again.draft().operations()).isEmpty();
    }

    @Test
    void losesNothingOnTheWayOutAndInAgain() {
        var files = EntrySet.EXAMPLE.files();
        apply(plan(files));
        var out = exported();
        var written = out.stream()
                .map(file -> file(file.path(), WriteEntryFile.of(file)))
                .toList();
        for (int i = 0; i < out.size(); i++) {
            assertThat(written.get(i).front()).isEqualTo(out.get(i).front());
            assertThat(written.get(i).body()).isEqualTo(out.get(i).body());
        }
        assertThat(states(plan(written))).isEqualTo(Map.of(EntryPlan.State.SAME, (long) files.size()));
        var byTitle = new HashMap<String, EntryFile>();
        written.forEach(file -> byTitle.put(key(file), file));
        for (var given : files) {
            var back = byTitle.get(key(given));
            given.front().forEach((field, value) -> {
                if (!List.of("parent_id", "variant_of_id", "owner_id").contains(field)) {
                    assertThat(Values.same(value, back.front().get(field)) || field.equals("details"))
                            .as(
                                    "%s of %s: %s, not %s",
                                    field, given.path(), value, back.front().get(field))
                            .isTrue();
                }
            });
            assertThat(back.body()).isEqualTo(given.body());
        }
        // Into another workspace, where neither ids nor people are known.
        world = RecordWorld.fresh();
        var elsewhere = plan(written);
        assertThat(refused(elsewhere, written)).isEmpty();
        apply(elsewhere);
        assertThat(states(plan(written))).isEqualTo(Map.of(EntryPlan.State.SAME, (long) files.size()));
        assertThat(exported().stream().map(PlanEntriesTests::bare).toList())
                .isEqualTo(out.stream().map(PlanEntriesTests::bare).toList());
    }

    private static String key(EntryFile file) {
        return file.text("kind") + file.text("title") + file.text("language");
    }

    private static String bare(EntryFile file) {
        var front = new HashMap<>(file.front());
        front.remove("id");
        return file.path() + front + file.body();
    }

    private static final String HEADLINE = """
            ---
            category: message_tree
            kind: headline
            title: %s
            status: live
            tree_id: Tern Pro
            ---
            """;

    @Test
    void changesTheHeadlineOfATreeThatHasOneAndRefusesASecond() {
        apply(plan(List.of(file("a.md", HEADLINE.formatted("Know every litre")))));
        var changed = plan(List.of(file("a.md", HEADLINE.formatted("Know every drop"))));
        assertThat(changed.entries().getFirst().state()).isEqualTo(EntryPlan.State.CHANGED);
        assertThat(changed.entries().getFirst().differences())
                .anySatisfy(difference -> assertThat(difference.after()).isEqualTo("Know every drop"));
        var both = plan(List.of(
                file("a.md", HEADLINE.formatted("Know every drop")), file("b.md", HEADLINE.formatted("Never guess"))));
        assertThat(both.entries().get(1).state()).isEqualTo(EntryPlan.State.REFUSED);
        assertThat(both.entries().get(1).reason()).contains("live headline");
        assertThat(both.entries().get(1).line()).isEqualTo(5);
    }

    @Test
    void refusesEachWrongFileAloneAndNamesTheLine() {
        String good = "---\ncategory: team_rule\nkind: protocol\ntitle: Same day\n---\nWrite it down.\n";
        String circle = "---\ncategory: message_tree\nkind: customer_proof\ntitle: %s\nparent_id: %s\n---\n";
        var files = List.of(
                file("good.md", good),
                file("a.md", "---\ntitle: A\ncategory: policies\n---\n"),
                file("b.md", "---\ncategory: policy\nkind: faq\ntitle: B\n---\n"),
                file("c.md", "---\ncategory: brand\nkind: tone\ntitle: C\ncolour: red\n---\n"),
                file("d.md", "---\ncategory: brand\nkind: style\ntitle: D\ndetails:\n  max_words: many\n---\n"),
                file("e.md", circle.formatted("E", "f.md")),
                file("f.md", circle.formatted("F", "e.md")),
                file("g.md", circle.formatted("G", "nowhere.md")),
                file("h.md", "---\ncategory: brand\nkind: tone\n---\n"),
                file("i.md", circle.formatted("I", "g.md")));
        var plan = plan(files);
        assertThat(plan.entries().getFirst().state()).isEqualTo(EntryPlan.State.NEW);
        assertThat(refused(plan, files))
                .hasSize(9)
                .anySatisfy(why -> assertThat(why).startsWith("a.md:3").contains("is no category"))
                .anySatisfy(why -> assertThat(why).startsWith("b.md:3").contains("faq is no kind of policy"))
                .anySatisfy(why -> assertThat(why).startsWith("c.md:5").contains("\"colour\" is no field"))
                .anySatisfy(why -> assertThat(why).startsWith("d.md:6").contains("max_words takes a number"))
                .anySatisfy(why -> assertThat(why).startsWith("e.md:5").contains("in a circle: e.md, f.md"))
                .anySatisfy(why -> assertThat(why).startsWith("g.md:5").contains("is not among the files"))
                .anySatisfy(why -> assertThat(why).startsWith("h.md").contains("no title"))
                .anySatisfy(why -> assertThat(why).startsWith("i.md:5").contains("belongs under g.md"));
        assertThat(plan.draft().operations()).hasSize(1);
    }

    @Test
    void leavesFieldsAloneThatAFileDoesNotNameAndEmptiesThoseItNamesEmpty() {
        var id = world.create(
                "context_entry",
                Map.of(
                        "category",
                        "brand",
                        "kind",
                        "wording",
                        "title",
                        "Office",
                        "source",
                        "Board",
                        "source_url",
                        "https://board.example",
                        "details",
                        Map.of("avoid", List.of("HQ"), "instead", "the office")));
        var plan = plan(
                List.of(
                        file(
                                "brand/office.md",
                                "---\ncategory: brand\nkind: wording\ntitle: Office\nsource:\ndetails:\n  avoid:\n  - HQ\n  - base\n---\n")));
        apply(plan);
        var entry = world.get("context_entry", id);
        assertThat(entry.value("source")).isNull();
        assertThat(entry.text("source_url")).isEqualTo("https://board.example");
        assertThat(entry.value("details")).isEqualTo(Map.of("avoid", List.of("HQ", "base"), "instead", "the office"));
    }

    @Test
    void neverMakesWhatItWasToldNotToMake() {
        var files = List.of(file("a.md", HEADLINE.formatted("Know every litre")));
        var plan = world.in(() -> Workspaces.bean(PlanEntries.class).of(incoming(files), "Test", false));
        assertThat(refused(plan, files)).singleElement().asString().contains("no product called \"Tern Pro\"");
    }

    @Test
    void keepsWordsThatLookLikeNumbersOrTruths() {
        var front = new HashMap<String, Object>(Map.of("title", "no", "source", "09:00", "channel", "0042"));
        front.put("details", Map.of("unit", "3.0", "value", 0.5, "from", "2026-01-01", "text", "a\nb: c\n- d"));
        var back = file(
                "a.md",
                WriteEntryFile.of(new EntryFile("a.md", new HashMap<>(front), "Body\n\n---\n\nmore", Map.of())));
        assertThat(back.front()).isEqualTo(front);
        assertThat(back.body()).isEqualTo("Body\n\n---\n\nmore");
    }

    @Test
    void namesTheLineOfFrontMatterThatIsBroken() {
        var open = ReadEntryFile.of("a.md", "---\ntitle: A\n");
        assertThat(open).isInstanceOf(ReadEntryFile.Read.Refused.class);
        var wrong = (ReadEntryFile.Read.Refused)
                ReadEntryFile.of("a.md", "---\ntitle: A\nkind: [one\ncategory: brand\n---\n");
        assertThat(wrong.line()).isBetween(3, 5);
        var twice = (ReadEntryFile.Read.Refused) ReadEntryFile.of("a.md", "---\ntitle: A\ntitle: B\n---\n");
        assertThat(twice.line()).isEqualTo(3);
        assertThat(ReadEntryFile.of("a.md", "# Title")).isInstanceOf(ReadEntryFile.Read.Plain.class);
    }
}
