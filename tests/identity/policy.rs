//! The policy, held against a table that people can read.

use base::Permission;
use identity::Role;

const TABLE: &str = "
                    admin  organiser  programme  reviewer  door  finance  privacy
congress.read         x        x          x          .        .      x        x
congress.write        x        x          .          .        .      .        .
orders.read           x        x          .          .        .      x        x
orders.write          x        x          .          .        .      .        .
sensitive.read        x        x          .          .        .      .        x
payments.write        x        x          .          .        .      x        .
vouchers.read         x        x          .          .        .      x        .
vouchers.write        x        x          .          .        .      .        .
programme.write       x        x          x          .        .      .        .
reviews.write         x        x          x          x        .      .        .
check-ins.write       x        x          .          .        x      .        .
mail.read             x        x          .          .        .      x        x
mail.write            x        x          .          .        .      .        .
networking.read       x        x          x          .        .      .        x
networking.write      x        x          .          .        .      .        .
team.write            x        x          .          .        .      .        .
accounts.write        x        .          .          .        .      .        .
";

#[test]
fn each_role_may_what_the_table_says() {
    let mut lines = TABLE.lines().filter(|line| !line.is_empty());
    let roles: Vec<&str> = lines.next().unwrap_or_default().split_whitespace().collect();
    assert_eq!(roles, Role::ALL.map(Role::name));
    let mut named = vec![];
    for line in lines {
        let mut cells = line.split_whitespace();
        let permission = cells.next().unwrap_or_default();
        named.push(permission);
        for (role, cell) in Role::ALL.into_iter().zip(cells) {
            let may = role.permissions().iter().any(|p| p.name() == permission);
            assert_eq!(may, cell == "x", "{role} and {permission}");
        }
    }
    assert_eq!(named, Permission::ALL.iter().map(|p| p.name()).collect::<Vec<_>>(), "a permission lacks its line");
}

#[test]
fn roles_are_found_by_their_names() {
    for role in Role::ALL {
        assert_eq!(role.name().parse::<Role>().ok(), Some(role));
    }
    assert!("root".parse::<Role>().is_err());
    assert!("Admin".parse::<Role>().is_err());
}
