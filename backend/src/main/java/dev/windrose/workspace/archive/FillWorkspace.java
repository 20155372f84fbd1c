package dev.windrose.workspace.archive;

import dev.windrose.crm.file.FileBundle;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongUnaryOperator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Writes the rows of an archive, some at a time; each part once, whatever dies. */
@Component
class FillWorkspace {

    private final ArchiveCatalogueStore catalogue;
    private final ArchiveRowStore rows;
    private final FileBundle files;
    private final People people;
    private final FinishImport finish;
    private final InUse inUse;
    private final TransactionTemplate transaction;

    FillWorkspace(
            ArchiveCatalogueStore catalogue,
            ArchiveRowStore rows,
            FileBundle files,
            People people,
            FinishImport finish,
            InUse inUse,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.files = files;
        this.people = people;
        this.finish = finish;
        this.inUse = inUse;
        this.transaction = transaction;
    }

    /** @throws AppException where somebody has begun to work here since the file was sent */
    void begin(List<UUID> kept) {
        if (inUse.now()) {
            throw ReadArchive.wrong("This workspace has records by now. A whole workspace is read into an empty one.");
        }
        clear(kept);
    }

    /** @throws AppException where the file has rows or columns that this version does not know */
    void requireKnown(ReadArchive archive) {
        var known = new HashMap<String, List<String>>();
        transaction.execute(_ -> catalogue.tables()).forEach(table -> known.put(table.name(), table.columns()));
        for (var part : archive.manifest().parts()) {
            var columns = known.get(part.table());
            var unknown = new TreeSet<>(archive.columns(part));
            if (columns != null) {
                columns.forEach(unknown::remove);
            }
            if (!unknown.isEmpty()) {
                throw ReadArchive.wrong("The file has %s, which this version does not know."
                        .formatted(
                                columns == null
                                        ? "rows of " + part.table()
                                        : "%s of %s".formatted(unknown.first(), part.table())));
            }
        }
    }

    void from(ReadArchive archive, List<UUID> kept, JobContext job) {
        var manifest = archive.manifest();
        var tables = catalogue.tables();
        var names = same(archive, kept);
        var done = new AtomicLong();
        job.progress(0, manifest.rows(), null);
        for (var table : tables) {
            each(
                    archive,
                    table,
                    names,
                    job,
                    "rows",
                    (columns, lines) -> rows.insert(table, columns, lines),
                    done::addAndGet);
            job.progress(Math.min(done.get(), manifest.rows() - 1), manifest.rows(), table.name());
        }
        for (var table : tables) {
            if (!table.later().isEmpty()) {
                each(archive, table, names, job, "links", (_, lines) -> rows.settle(table, lines), _ -> 0L);
            }
        }
        contents(archive, job);
        job.step("finish", () -> finish.with(manifest));
        job.progress(manifest.rows(), manifest.rows(), null);
    }

    void takeOut(List<UUID> kept) {
        transaction.executeWithoutResult(_ -> clear(kept));
    }

    /** What somebody set before, too: the archive brings its own. */
    private void clear(List<UUID> kept) {
        catalogue.tables().reversed().forEach(table -> rows.clear(table, kept));
        finish.typesHaveChanged();
    }

    private void contents(ReadArchive archive, JobContext job) {
        for (var content : archive.manifest().contents()) {
            job.stopIfCancelled();
            try (InputStream in = archive.open(content.file())) {
                files.keep(content.file().substring("files/".length()), in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void each(
            ReadArchive archive,
            ArchiveTable table,
            Map<String, String> names,
            JobContext job,
            String pass,
            BiConsumer<Set<String>, String> work,
            LongUnaryOperator count) {
        for (var part : archive.manifest().parts()) {
            if (!part.table().equals(table.name())) {
                continue;
            }
            var number = new AtomicLong();
            var columns = archive.columns(part);
            archive.lines(part, lines -> {
                job.step(
                        "%s %s %d".formatted(pass, part.file(), number.incrementAndGet()),
                        () -> write(part, () -> work.accept(columns, array(lines, names))));
                count.applyAsLong(lines.size());
            });
        }
    }

    private static void write(Manifest.Part part, Runnable work) {
        try {
            work.run();
        } catch (DataIntegrityViolationException e) {
            throw ReadArchive.wrong(
                    "Rows of %s do not fit together: the file has been changed by hand, or lacks what this version needs."
                            .formatted(part.file()));
        }
    }

    private static String array(List<String> lines, Map<String, String> names) {
        String array = "[" + String.join(",", lines) + "]";
        for (var name : names.entrySet()) {
            array = array.replace(name.getKey(), name.getValue());
        }
        return array;
    }

    /** People of the archive who are here already, by their address: there they have another id. */
    private Map<String, String> same(ReadArchive archive, List<UUID> kept) {
        var here = new HashMap<String, Person>();
        for (var id : kept) {
            people.find(new PersonId(id)).ifPresent(person -> here.put(address(person.email()), person));
        }
        var names = new HashMap<String, String>();
        archive.manifest().parts().stream()
                .filter(part -> part.table().equals(ArchiveTable.PEOPLE))
                .forEach(part -> archive.lines(
                        part,
                        lines -> lines.forEach(line -> {
                            JsonNode person = ReadArchive.JSON.readTree(line);
                            var known = here.get(address(person.path("email").asString("")));
                            if (known != null) {
                                names.put(
                                        person.path("id").asString(), known.id().toString());
                            }
                        })));
        return names;
    }

    private static String address(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
