package dev.windrose.crm.demo;

import dev.windrose.platform.cli.Command;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.postgres.OpenDatabase;
import dev.windrose.records.search.Reindex;

/** Adds many records to the newest workspace of the data folder. */
final class SeedCommand {

    private SeedCommand() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> {
            var scale = SeedScale.of(environment.getProperty("scale", ""));
            try (var database = OpenDatabase.visit(settings);
                    var connection = database.access().connectAsOwner()) {
                var tenant = SeedStore.newestWorkspace(connection)
                        .orElseThrow(
                                () -> new AppException(
                                        CommonError.NOT_FOUND,
                                        "There is no workspace in this data folder yet; set one up first, or start with --demo."));
                new SeedStore(connection, tenant, scale, System.out::println).run();
                Reindex.ask(settings.folder());
                System.out.println("Added %,d records.".formatted(scale.records()));
            }
        });
    }
}
