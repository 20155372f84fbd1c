package dev.windrose.records.export;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.RecordPage;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what a list shows into a file, page by page. Checks no permissions: whoever offers the file does. */
@Component
public class Exports {

    private static final int AT_ONCE = RecordQuery.MOST;

    private final Records records;
    private final Descriptors descriptors;
    private final Workspaces workspaces;
    private final TransactionTemplate oneMoment;

    Exports(Records records, Descriptors descriptors, Workspaces workspaces, PlatformTransactionManager transactions) {
        this.records = records;
        this.descriptors = descriptors;
        this.workspaces = workspaces;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Opens the file once the first page has been read, so that a wrong query is refused instead. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    /** Writes all pages as they were at one moment. */
    public void write(
            RecordQuery asked,
            ExportFormat format,
            Function<RecordData, Map<String, @Nullable Object>> json,
            Target target) {
        oneMoment.executeWithoutResult(_ -> {
            var type = descriptors.get(asked.type());
            var paths = paths(type, asked.fields());
            var query = asked.showing(paths).limit(AT_ONCE).after(null);
            var page = records.page(query);
            try (var writer = writer(type, format, columns(type, paths), json, target.open())) {
                writer.write(page.data());
                while (page.nextCursor() != null) {
                    page = next(query, page);
                    writer.write(page.data());
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private RecordPage next(RecordQuery query, RecordPage page) {
        return records.page(query.after(page.nextCursor()));
    }

    /** What was asked for, else the columns of the list. */
    private static Set<String> paths(Descriptor type, Set<String> asked) {
        if (!asked.isEmpty()) {
            return asked;
        }
        var listed = new LinkedHashSet<String>();
        type.fields().values().stream()
                .filter(field -> field.list() > 0)
                .sorted(Comparator.comparing(FieldDescriptor::list))
                .forEach(field -> listed.add(field.name()));
        return listed.isEmpty() ? Set.of(type.titleField()) : listed;
    }

    private List<ExportColumn> columns(Descriptor type, Set<String> paths) {
        var columns = new ArrayList<ExportColumn>();
        for (String path : paths) {
            records.field(type.name(), path).ifPresent(field -> {
                var column = new ExportColumn(field.label(), path, field, false);
                columns.add(column);
                if (column.shared()) {
                    columns.add(new ExportColumn(field.label() + " currency", path, field, true));
                }
            });
        }
        return columns;
    }

    private ExportWriter writer(
            Descriptor type,
            ExportFormat format,
            List<ExportColumn> columns,
            Function<RecordData, Map<String, @Nullable Object>> json,
            OutputStream out)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvExport(columns, out);
            case XLSX ->
                new XlsxExport(
                        columns,
                        type.labelPlural(),
                        ZoneId.of(workspaces.current().timeZone()),
                        out);
            case JSONL -> new JsonLinesExport(json, out);
        };
    }
}
