package dev.windrose.crm.demo;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;

/** The demo world in a test's own workspace. */
public final class FillDemo {

    private FillDemo() {}

    public static void into(RecordWorld world) {
        world.in(() -> {
            Workspaces.bean(DemoWorld.class).fill();
            return true;
        });
    }
}
