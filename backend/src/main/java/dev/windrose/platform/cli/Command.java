package dev.windrose.platform.cli;

import ch.qos.logback.classic.Level;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.platform.settings.ReadSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.BadSqlGrammarException;

/** Reads the settings, runs the command, and turns a refusal into one sentence and a failing exit. */
public interface Command {

    void run(ProcessSettings settings, Environment environment) throws Exception;

    static void run(String[] arguments, Command command) {
        // A command speaks for itself; what libraries note on their way is of no use at a terminal.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.ERROR);
        }
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        try {
            command.run(ReadSettings.from(environment), environment);
        } catch (AppException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (BadSqlGrammarException e) {
            System.err.println("There is no workspace in this data folder yet; start it once with ./windrose up.");
            System.exit(1);
        } catch (Exception e) {
            System.err.println("The command failed: " + e.getMessage());
            System.exit(1);
        }
    }
}
