namespace OrleansContest.Quizzes;

/// <summary>Participants in the order of their ranks, of which there may be a hundred thousand, and which change with every answer.</summary>
/// <remarks>Sorted pieces of some hundreds: a change moves the rest of its piece, and a rank adds up the pieces before it.</remarks>
public sealed class Ranking
{
    private const int PieceSize = 512;

    private readonly List<List<Standing>> pieces = [[]];
    private readonly Dictionary<string, Standing> byUser = new(StringComparer.Ordinal);

    public int Count => byUser.Count;

    public IEnumerable<Standing> All => pieces.SelectMany(piece => piece);

    /// <returns>Null for who does not take part.</returns>
    public Standing? Find(string userId) => byUser.GetValueOrDefault(userId);

    /// <summary>Puts a participant where they now belong.</summary>
    public void Place(Standing standing)
    {
        var userId = standing.Participant.UserId;
        if (byUser.TryGetValue(userId, out var former))
        {
            Remove(former);
        }

        byUser[userId] = standing;
        Insert(standing);
    }

    /// <summary>The rank that this standing has, or would have if its participant were moved there; from 1.</summary>
    public int RankOf(Standing standing)
    {
        var index = PieceOf(standing);
        var before = pieces.Take(index).Sum(piece => piece.Count) + PlaceIn(pieces[index], standing);
        var isFormerBefore = byUser.TryGetValue(standing.Participant.UserId, out var former) && former.CompareTo(standing) < 0;
        return before + (isFormerBefore ? 0 : 1);
    }

    public IReadOnlyList<LeaderboardRow> Rows(int offset, int count) =>
        [.. All.Skip(offset).Take(count).Select((standing, index) => LeaderboardRow.Of(standing, offset + index + 1))];

    private void Insert(Standing standing)
    {
        var index = PieceOf(standing);
        var piece = pieces[index];
        piece.Insert(PlaceIn(piece, standing), standing);
        if (piece.Count > 2 * PieceSize)
        {
            pieces.Insert(index + 1, piece.GetRange(PieceSize, piece.Count - PieceSize));
            piece.RemoveRange(PieceSize, piece.Count - PieceSize);
        }
    }

    private void Remove(Standing standing)
    {
        var index = PieceOf(standing);
        pieces[index].RemoveAt(PlaceIn(pieces[index], standing));
        if (pieces[index].Count == 0 && pieces.Count > 1)
        {
            pieces.RemoveAt(index);
        }
    }

    /// <summary>The first piece whose last one is not before it, else the last piece.</summary>
    private int PieceOf(Standing standing)
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pieces[middle][^1].CompareTo(standing) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int PlaceIn(List<Standing> piece, Standing standing)
    {
        var found = piece.BinarySearch(standing);
        return found < 0 ? ~found : found;
    }
}
