package dev.windrose.records.duplicates.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordMatcherTests {

    private static final List<Column> CONTACT = List.of(
            new Column("name", ColumnKind.NAME),
            new Column("email", ColumnKind.EMAIL),
            new Column("phone", ColumnKind.PHONE),
            new Column("company_id", ColumnKind.CATEGORY));

    private final RecordMatcher matcher = new RecordMatcher(CONTACT, Weighing.DEFAULT);

    @Test
    void anOtherFormOfTheNameWithTheSameMailIsTheSamePerson() {
        var one = List.of("Robert Quillfeather", "r.quill@tallow.example", "", "");
        assertThat(score(one, List.of("Bob Quillfeather", "R.Quill@tallow.example", "", "")))
                .isGreaterThan(.9);
        assertThat(score(one, List.of("Quillfeather, Robert", "", "", ""))).isBetween(.05, .95);
    }

    @Test
    void colleaguesOfOneSwitchboardAreNot() {
        var one = List.of("Mara Quill", "mara.quill@tallow.example", "+1 555 700 8000", "c1");
        assertThat(score(one, List.of("Tove Brandt", "tove.brandt@tallow.example", "+1 555 700 8000", "c1")))
                .isLessThan(.2);
    }

    @Test
    void whatManyRecordsHaveTellsLittle() {
        var one = List.of("Mara Quill", "", "", "c1");
        var keys = matcher.keys(one).stream().filter(key -> key.startsWith("=")).toList();
        double rare = matcher.match(
                        matcher.side(one), matcher.side(one), Map.of(keys.getFirst(), 2, keys.getLast(), 2), 10_000)
                .score();
        double common = matcher.match(
                        matcher.side(one), matcher.side(one), Map.of(keys.getFirst(), 900, keys.getLast(), 900), 10_000)
                .score();
        assertThat(rare).isGreaterThan(.9);
        assertThat(common).isLessThan(.1);
    }

    @Test
    void pairsThatAreTheSameShareAKey() {
        var keys = matcher.keys(List.of("Robert Quillfeather", "r.quill@tallow.example", "+1 555 300 4100", ""));
        assertThat(matcher.keys(List.of("Quillfether, Robert", "", "", ""))).containsAnyElementsOf(keys);
        assertThat(matcher.keys(List.of("", "", "555 300 4100", ""))).containsAnyElementsOf(keys);
        assertThat(matcher.keys(List.of("Tove Brandt", "tove@brindle.example", "", "")))
                .doesNotContainAnyElementsOf(keys);
    }

    @Test
    void decisionsTeachThatAFieldTellsLess() {
        var decisions = IntStream.range(0, 60)
                .mapToObj(i -> new FitWeighing.Decision(
                        Map.of("name", i % 2 == 0 ? 12.0 : -4.0, "phone", i % 3 == 0 ? 12.0 : 2.0), i % 2 == 0))
                .toList();
        var fitted = FitWeighing.of(decisions, 500);
        assertThat(fitted.better()).isTrue();
        assertThat(fitted.weighing().of("phone")).isLessThan(fitted.weighing().of("name"));
        assertThat(FitWeighing.of(decisions.subList(0, 15), 500).better()).isFalse();
    }

    private double score(List<String> one, List<String> other) {
        return matcher.match(matcher.side(one), matcher.side(other), Map.of(), 1_000)
                .score();
    }
}
