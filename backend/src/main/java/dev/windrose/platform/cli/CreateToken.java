package dev.windrose.platform.cli;

import dev.windrose.platform.access.TokenAtTerminal;
import dev.windrose.platform.postgres.OpenDatabase;
import java.time.Clock;

/** Prints a new API token alone on standard output. */
final class CreateToken {

    private CreateToken() {}

    public static void main(String[] arguments) {
        Command.run(arguments, (settings, environment) -> {
            try (var database = OpenDatabase.visit(settings);
                    var connection = database.access().connectAsApplication()) {
                String email = environment.getProperty("email", "");
                System.out.println(TokenAtTerminal.issue(connection, email, Clock.systemUTC()));
            }
        });
    }
}
