using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Messages to one socket of which only the latest is worth anything: it takes the place of one that still waits.</summary>
internal sealed class LatestOnly(SpectatorSocket socket)
{
    /// <summary>Sends it; if the outbox is full, the next one will say it all.</summary>
    public void Tell(Block message)
    {
        socket.Outbox.Withdraw(this);
        socket.Writer.Start(socket.Outbox.TryAdd(new OutboxItem(message, this, Cursor.None)));
    }
}
