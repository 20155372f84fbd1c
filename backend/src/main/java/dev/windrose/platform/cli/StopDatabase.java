package dev.windrose.platform.cli;

import dev.windrose.platform.postgres.OpenDatabase;

/** Stops a database server that outlived its process. */
final class StopDatabase {

    private StopDatabase() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> OpenDatabase.visit(settings)
                .close());
    }
}
