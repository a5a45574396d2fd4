using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace OrleansContest.Bench.Quizzes;

/// <summary>One of them: notes when the questions come.</summary>
internal sealed class QuizParticipant(int questions)
{
    private static readonly byte[] question = Encoding.UTF8.GetBytes("{\"event\":\"question_broadcast\"");

    private readonly TaskCompletionSource joined = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>As timestamps of the machine's clock.</summary>
    public long[] QuestionAt { get; } = new long[questions];

    public int Questions { get; private set; }

    /// <summary>Completes when the gateway has said something.</summary>
    public Task Joined => joined.Task;

    /// <returns>With which code the socket was closed.</returns>
    public async Task<int> TakePartAsync(int port, string token)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws/contest?token={token}"), patience.Token);
        await socket.SendAsync("{\"event\":\"join_contest\",\"data\":{\"contestId\":\"bench\"}}"u8.ToArray(), WebSocketMessageType.Text, true, patience.Token);
        var buffer = new byte[16 << 10];
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer, patience.Token);
            var at = Stopwatch.GetTimestamp();
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return (int)socket.CloseStatus!;
            }

            if (buffer.AsSpan().StartsWith(question))
            {
                QuestionAt[Questions++] = at;
            }

            joined.TrySetResult();
            while (!piece.EndOfMessage)
            {
                piece = await socket.ReceiveAsync(buffer, patience.Token);
            }
        }
    }
}
