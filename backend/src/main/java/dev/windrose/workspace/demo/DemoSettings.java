package dev.windrose.workspace.demo;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up the demo workspace as a firm would that has used it for a while. */
@Component
class DemoSettings {

    private final DemoText text;
    private final DemoTeams teams;
    private final DemoSchema schema;
    private final DemoViews views;

    DemoSettings(DemoText text, DemoTeams teams, DemoSchema schema, DemoViews views) {
        this.text = text;
        this.teams = teams;
        this.schema = schema;
        this.views = views;
    }

    /** Does nothing where somebody has set up something. Runs as the owner, whole or not at all. */
    @Transactional
    public void fill() {
        if (teams.known() || schema.known()) {
            return;
        }
        var settings = text.read();
        teams.fill(settings);
        schema.fill(settings);
        teams.hide(settings.get("masks"));
        views.fill(settings);
    }
}
