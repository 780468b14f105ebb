/** The command {@code consent}. */
module org.countenance.cli {
    requires static org.jspecify;
    requires org.countenance.core;
    requires org.countenance.store;
    requires info.picocli;

    exports org.countenance.cli;

    uses java.security.Provider;

    opens org.countenance.cli to
            info.picocli;
}
