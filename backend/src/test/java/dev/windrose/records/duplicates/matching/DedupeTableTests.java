package dev.windrose.records.duplicates.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DedupeTableTests {

    private static final List<String> COLUMNS = List.of("first_name", "last_name", "company", "email", "phone", "city");

    @Test
    void findsOnePersonBehindTyposShortFormsAndSwappedNames() {
        var rows = strangers(120);
        rows.add(List.of(
                "Robert",
                "Quillfeather",
                "Tallow Works",
                "r.quillfeather@tallow.example",
                "+1 555 300 4100",
                "Ostmark"));
        rows.add(List.of("Bob", "Quillfether", "Tallow Works Inc", "", "(555) 300-4100", "Ostmark"));
        rows.add(List.of("Quillfeather", "Robert", "Tallow Works", "r.quillfeather@tallow.example", "", ""));

        assertThat(pairs(rows)).containsExactly(List.of(120, 121), List.of(120, 122), List.of(121, 122));
    }

    @Test
    void leavesColleaguesApartWhoShareFirmAddressAndSwitchboard() {
        var rows = strangers(80);
        for (int i = 0; i < 6; i++) {
            rows.add(List.of(
                    FIRST.get(i),
                    LAST.get(i + 9),
                    "Brindle Harbour",
                    FIRST.get(i) + "@brindle.example",
                    "+1 555 700 8000",
                    "Vellmar"));
        }

        assertThat(pairs(rows)).isEmpty();
    }

    @Test
    void readsTheKindOfAColumnOffItsValues() {
        var table = Table.inferred(
                List.of("id", "who", "seen", "cost", "where", "reach", "ref"),
                List.of(
                        List.of(
                                "1",
                                "Mara Quill",
                                "2026-03-04",
                                "$12.50",
                                "12 Harbour Street",
                                "+1 555 201 3344",
                                "AX-1201"),
                        List.of(
                                "2",
                                "Tove Brandt",
                                "2026-05-06",
                                "$13.00",
                                "9 Mill Road",
                                "+1 555 201 9988",
                                "AX-1307")));

        assertThat(table.columns().stream().map(Column::kind))
                .containsExactly(
                        ColumnKind.NAME,
                        ColumnKind.DATE,
                        ColumnKind.NUMBER,
                        ColumnKind.ADDRESS,
                        ColumnKind.PHONE,
                        ColumnKind.CODE);
    }

    @Test
    void answersNothingForOneRow() {
        assertThat(DedupeTable.of(Table.inferred(List.of("name"), List.of(List.of("Mara")))))
                .isEmpty();
    }

    private static List<List<Integer>> pairs(List<List<String>> rows) {
        return DedupeTable.of(Table.inferred(COLUMNS, rows)).stream()
                .map(pair -> List.of(pair.a(), pair.b()))
                .toList();
    }

    private static final List<String> FIRST = List.of(
            "Mara", "Tove", "Ansel", "Ines", "Odile", "Priya", "Ruben", "Sunniva", "Tariq", "Ulla", "Viggo", "Wanda",
            "Yara", "Zeno");
    private static final List<String> LAST = List.of(
            "Quill",
            "Brandt",
            "Castellan",
            "Drummond",
            "Eastlake",
            "Fennimore",
            "Garrick",
            "Holloway",
            "Ishikawa",
            "Jurgens",
            "Kestrel",
            "Lindqvist",
            "Mortensen",
            "Nakagawa",
            "Oberlin",
            "Pemberton",
            "Rosenquist");

    private static List<List<String>> strangers(int count) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            var first = FIRST.get(i % FIRST.size());
            var last = LAST.get(i % LAST.size());
            var firm = LAST.get((i * 7 + 3) % LAST.size()) + " "
                    + List.of("Foods", "Metal", "Optics", "Paper", "Rail").get(i % 5);
            rows.add(List.of(
                    first,
                    last,
                    firm,
                    (first + "." + last + "@" + firm.replace(" ", "") + ".example").toLowerCase(java.util.Locale.ROOT),
                    "+1 555 " + (211 + i * 37 % 700) + " " + (1000 + i * 7919 % 9000),
                    List.of("Ostmark", "Vellmar", "Lindow", "Harrowgate").get(i % 4)));
        }
        return rows;
    }
}
