package org.rashomon.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.rashomon.nlp.Reader;

/**
 * The end of the program, by itself or by a signal: trained weights stand still first, for they crash the Java machine where they are
 * taken down at work; then what removes drafts, locks and native parts runs.
 */
public final class Ending {
    /** What a shell adds to a signal's number. */
    private static final int SIGNALLED = 128;

    private Ending() {}

    /** Ends the program. */
    public static void with(int code) {
        Reader.standStill();
        System.exit(code);
    }

    /** From now on TERM, INT and HUP end the program in the same way. */
    public static void onSignals() {
        for (String name : new String[] {"TERM", "INT", "HUP"}) {
            handle(name);
        }
    }

    /** By name: {@code sun.misc.Signal} is no part of the platform's promises; without it signals end the program as they do elsewhere. */
    private static void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object raised = signal.getConstructor(String.class).newInstance(name);
            int number = (int) signal.getMethod("getNumber").invoke(raised);
            InvocationHandler ends = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    with(SIGNALLED + number);
                }
                return null;
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            raised,
                            Proxy.newProxyInstance(Ending.class.getClassLoader(), new Class<?>[] {handler}, ends));
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // no such signal on this system, or the machine keeps it for itself (-Xrs): its own way remains
        }
    }
}
