using System.Net.WebSockets;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>A participant at this gateway, by their present socket.</summary>
internal sealed class ParticipantPlace(string userId, SpectatorSocket socket)
{
    private readonly LatestOnly leaderboard = new(socket);

    public string UserId => userId;

    public string ConnectionId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The leaderboard in which the participant was last told where they stand; null before that.</summary>
    public string? Edition { get; private set; }

    public void Tell(Block standing) => leaderboard.Tell(standing);

    /// <summary>Whether the participant has not been told of this leaderboard; from now on they have.</summary>
    public bool IsNewTo(string edition)
    {
        var isNew = Edition != edition;
        Edition = edition;
        return isNew;
    }

    /// <summary>Tells the end, which is the last that is told.</summary>
    public void TellEnd(Block end)
    {
        socket.Answer(end);
        Close("Contest ended");
    }

    /// <summary>Closes the socket because its user has come again.</summary>
    public void Replace() => Close("Replaced by a newer connection");

    public void Close(string reason) => socket.Close(WebSocketCloseStatus.NormalClosure, reason);
}
