namespace OrleansContest.Gateway.Hub;

/// <summary>Where a subscriber stands in a feed.</summary>
/// <param name="Epoch">The numbering; null when the subscriber has nothing.</param>
/// <param name="Seq">The number of the last update sent.</param>
/// <param name="Through">The number up to which everything was considered: updates between the two were filtered out.</param>
internal readonly record struct Cursor(string? Epoch, long Seq, long Through)
{
    public static Cursor None => default;
}
