package dev.windrose.context.transfer;

import dev.windrose.context.entry.EntryCategory;
import dev.windrose.records.RecordData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries as Markdown files in a ZIP, as they are at one moment and as far as the actor reads them. */
@Component
public class ExportEntries {

    private final ShowEntries show;
    private final TransactionTemplate oneMoment;

    ExportEntries(ShowEntries show, PlatformTransactionManager transactions) {
        this.show = show;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Opened once everything has been read. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    /** @param category null for all */
    public int write(@Nullable EntryCategory category, Target target) {
        List<EntryFile> files = oneMoment.execute(status -> {
            var all = show.all();
            var paths = ShowEntries.paths(all);
            List<RecordData> wanted = all.stream()
                    .filter(entry -> category == null || category.wire().equals(entry.value(EntryFields.CATEGORY)))
                    .toList();
            return show.files(wanted, paths);
        });
        try (var zip = new ZipOutputStream(target.open())) {
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(file.path()));
                zip.write(WriteEntryFile.of(file).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.size();
    }
}
