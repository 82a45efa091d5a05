/// A stable sort by ascending key, shared by all drawings: every further instantiation of the
/// library's sort would cost readers some kilobytes.
pub fn ranked<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    let mut keyed: Vec<(i64, usize)> = items.iter().enumerate().map(|(i, item)| (key(item), i)).collect();
    keyed.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keyed.into_iter().filter_map(|(_, i)| items[i].take()).collect()
}
