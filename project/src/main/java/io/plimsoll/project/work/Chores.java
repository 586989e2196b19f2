package io.plimsoll.project.work;

import io.plimsoll.project.OpenProject;
import io.plimsoll.webhook.Delivery;
import io.plimsoll.webhook.Sender;
import io.plimsoll.worker.Schedules;

/** What a worker does now and then beside its runs: submits what is due by schedules, and sends what waits for receivers. */
public final class Chores implements Runnable {
    private final Schedules schedules;
    private final Delivery delivery;

    public Chores(OpenProject project, Sender sender) {
        this.schedules = new Schedules(project.workspace(), new QueuedRuns(project).submissions(), project.clock());
        this.delivery = new Delivery(project.workspace().webhooks(), sender, project.clock());
    }

    /** Trouble with the one does not keep the other from being done. */
    @Override
    public void run() {
        try {
            schedules.follow();
        } finally {
            delivery.carryOut();
        }
    }
}
