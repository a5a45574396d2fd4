using System.Globalization;

namespace OrleansContest.Events;

/// <summary>Ranks by total: the lowest leads, equal totals share a rank, and who has no total has no place.</summary>
internal static class Ranking
{
    /// <param name="items">Whom to rank.</param>
    /// <param name="total">What counts, in 1/100 s; null for who has no place.</param>
    /// <param name="category">The age group; those of none are one group of their own.</param>
    /// <returns>Where each of them stands.</returns>
    public static IReadOnlyDictionary<T, Standing> Of<T>(IReadOnlyCollection<T> items, Func<T, int?> total, Func<T, string?> category)
        where T : class
    {
        var ranked = items.Where(item => total(item) is not null).OrderBy(total).ToList();
        var standings = new Dictionary<T, Standing>(ReferenceEqualityComparer.Instance);
        foreach (var (item, rank, behind) in Places(ranked, total))
        {
            standings[item] = new Standing(rank, Text(behind), null, null);
        }

        foreach (var (item, rank, behind) in ranked.GroupBy(category).SelectMany(group => Places([.. group], total)))
        {
            standings[item] = standings[item] with { CatRnk = rank, CatBehind = Text(behind) };
        }

        return standings;
    }

    /// <summary>Seconds: <c>0.00</c> for the leader, <c>+1.56</c> for others.</summary>
    internal static string Text(int hundredths) =>
        hundredths == 0 ? "0.00" : string.Create(CultureInfo.InvariantCulture, $"+{hundredths / 100}.{hundredths % 100:00}");

    private static IEnumerable<(T Item, int Rank, int Behind)> Places<T>(IReadOnlyList<T> ranked, Func<T, int?> total)
    {
        var rank = 1;
        for (var i = 0; i < ranked.Count; i++)
        {
            var behind = total(ranked[i])!.Value - total(ranked[0])!.Value;
            rank = i > 0 && total(ranked[i]) == total(ranked[i - 1]) ? rank : i + 1;
            yield return (ranked[i], rank, behind);
        }
    }
}
