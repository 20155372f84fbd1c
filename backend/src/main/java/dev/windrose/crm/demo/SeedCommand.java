package dev.windrose.crm.demo;

import dev.windrose.platform.cli.Command;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.postgres.OpenDatabase;

/** Adds many companies to the newest workspace of the data folder. */
final class SeedCommand {

    private static final int MOST = 2_000_000;

    private SeedCommand() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> {
            int companies = scale(environment.getProperty("scale", ""));
            try (var database = OpenDatabase.visit(settings);
                    var connection = database.access().connectAsOwner()) {
                var tenant = SeedStore.newestWorkspace(connection)
                        .orElseThrow(
                                () -> new AppException(
                                        CommonError.NOT_FOUND,
                                        "There is no workspace in this data folder yet; set one up first, or start with --demo."));
                long rows = SeedStore.insert(connection, tenant, companies);
                System.out.println("Added %,d companies, %,d records in all.".formatted(companies, rows));
            }
        });
    }

    private static int scale(String text) {
        if (!text.matches("[1-9]\\d{0,6}") || Integer.parseInt(text) > MOST) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "The scale is a number of companies from 1 to %,d.".formatted(MOST),
                    "scale");
        }
        return Integer.parseInt(text);
    }
}
