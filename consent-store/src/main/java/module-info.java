/** Keeps logs in SQLite and opens keystores; holds no rules. */
module org.countenance.store {
    requires static org.jspecify;
    requires transitive org.countenance.core;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports org.countenance.keystore;
    exports org.countenance.store;
}
