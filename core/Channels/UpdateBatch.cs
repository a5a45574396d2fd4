namespace OrleansContest.Channels;

/// <summary>Consecutive updates of one channel, published together.</summary>
/// <param name="Channel">Whose updates.</param>
/// <param name="Epoch">The numbering they belong to.</param>
/// <param name="After">The number before the first of them; a reader that is not there has a hole to fill.</param>
/// <param name="Updates">In order, without gaps; may be empty, which only announces the position.</param>
/// <param name="Moments">What is only of the moment, as it was after the updates; null when nothing is told of it here.</param>
public sealed record UpdateBatch(
    ChannelId Channel, string Epoch, long After, IReadOnlyList<Update> Updates, Moments? Moments = null)
{
    /// <summary>The number of the last of them.</summary>
    public long Last => After + Updates.Count;

    /// <summary>Whether <paramref name="next"/> goes on where this one ends.</summary>
    public bool IsFollowedBy(UpdateBatch next) => next.After == Last && next.Epoch == Epoch;

    /// <summary>Both as one.</summary>
    /// <param name="next">What follows on this one.</param>
    public UpdateBatch With(UpdateBatch next) =>
        this with { Updates = [.. Updates, .. next.Updates], Moments = Moments.Later(Moments, next.Moments) };
}
