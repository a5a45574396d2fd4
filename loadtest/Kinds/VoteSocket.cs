using System.Text;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>A match by Socket.IO 4 over Engine.IO 4, as its stock client says it.</summary>
internal sealed class VoteSocket : IDialect
{
    private static readonly byte[] pong = "3"u8.ToArray();
    private static readonly byte[] connect = "40/votes,"u8.ToArray();

    public string Name => "socketio";

    private static ReadOnlySpan<byte> Connected => "40/votes,"u8;

    private static ReadOnlySpan<byte> Event => "42/votes,"u8;

    private static ReadOnlySpan<byte> Acknowledged => "43/votes,0"u8;

    private static ReadOnlySpan<byte> Success => "\"success\":true"u8;

    public string PathOf(string channel, string? since) => $"/socket.io/?EIO=4&transport=websocket{Fields.Since(since, '&')}";

    public byte[]? AnswerTo(ReadOnlySpan<byte> message, string channel, string? since) => message switch
    {
        [(byte)'2', ..] => pong,
        [(byte)'0', ..] => connect,
        _ when message.StartsWith(Connected) => Encoding.UTF8.GetBytes($"42/votes,0[\"join-match\",\"{channel}\"]"),
        _ => null,
    };

    public Reading Read(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith(Event))
        {
            return Fields.Read(message[Event.Length..], static said => MatchRows.Read(said[0].GetString()!, said[1], said[1]));
        }

        return message.StartsWith(Acknowledged) && message.IndexOf(Success) > 0 ? Reading.Subscribed : Reading.Moment;
    }
}
