package dev.windrose.records.importing.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.windrose.records.importing.Import;
import dev.windrose.records.importing.ImportColumn;
import dev.windrose.records.importing.ImportRows;
import dev.windrose.records.importing.file.Defuse;
import dev.windrose.records.importing.file.RowTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows that were not taken as a file, with the reason in front; to be put right and imported again. */
final class WriteRefused {

    private static final int PAGE = 1_000;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private WriteRefused() {}

    static void to(OutputStream out, ImportRows rows, Import file) throws IOException {
        out.write(MARK);
        var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        var columns = file.columns().stream().map(ImportColumn::name).toList();
        csv.writeRecord(line(RowTable.REFUSED.get(0), RowTable.REFUSED.get(1), columns));
        long after = 0;
        for (var page = rows.refusals(file.id(), after, PAGE);
                !page.isEmpty();
                page = rows.refusals(file.id(), after, PAGE)) {
            for (var refusal : page) {
                var cells = columns.stream()
                        .map(column -> refusal.cells().getOrDefault(column, ""))
                        .toList();
                csv.writeRecord(line(String.valueOf(refusal.line()), refusal.reason(), cells));
                after = refusal.line();
            }
        }
        csv.flush();
    }

    private static List<String> line(String row, String reason, List<String> cells) {
        var line = new ArrayList<String>();
        line.add(row);
        line.add(Defuse.cell(reason));
        cells.forEach(cell -> line.add(Defuse.returning(cell)));
        return line;
    }
}
