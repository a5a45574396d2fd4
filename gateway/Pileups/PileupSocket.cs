using System.Net;
using System.Text.Json.Nodes;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>One socket in the pileup-queue dialect: tells what happens in one pileup, and does what is asked.</summary>
/// <remarks>
/// Updates wait while a request is under way, so that its answer goes before what it causes; not longer than
/// <see cref="AnswerWithin"/>, and not more than an outbox may hold.
/// </remarks>
internal sealed class PileupSocket(SpectatorSocket socket, IPAddress? address, string pileup, Cursor since, PileupSocketTools tools) : IConversation
{
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private readonly PileupVisit visit = new(socket, pileup, tools.Audience);
    private bool isOperator;

    public Block? TooManyMessages => PileupReplies.Error(default, "Too many messages", Now);

    public Block Farewell => PileupReplies.Shutdown(Now);

    public Task Beginning { get; private set; } = Task.CompletedTask;

    private DateTimeOffset Now => tools.Clock.GetUtcNow();

    public void Open()
    {
        var greeting = new PileupGreeting(tools.Frames, Guid.NewGuid().ToString());
        Beginning = visit.BeginAsync(new VariantKey(tools.Frames, Filter: null), since, greeting, needsSeat: true);
    }

    /// <summary>Whoever speaks before being greeted is greeted first.</summary>
    public async ValueTask HearAsync(ReadOnlyMemory<byte> text)
    {
        if (!await IsGreetedAsync())
        {
            return;
        }

        switch (PileupMessage.Read(text))
        {
            case PileupRequest message:
                await ServeAsync(message);
                break;
            case PileupAuth message:
                socket.Answer(PileupReplies.Response(message.Id, "auth", Admit(message), Now));
                break;
            case PileupPing message:
                socket.Answer(PileupReplies.Pong(message.Id, await CountAsync(), Now));
                break;
            case PileupNotUnderstood message:
                socket.Answer(PileupReplies.Error(message.Id, message.Error, Now));
                break;
        }
    }

    public void End()
    {
        visit.End();
        if (isOperator)
        {
            tools.Audience.OperatorLeft(pileup);
        }
    }

    private async ValueTask<bool> IsGreetedAsync()
    {
        try
        {
            await visit.Arriving.WaitAsync(AnswerWithin, tools.Clock);
        }
        catch (TimeoutException)
        {
            visit.Refuse();
        }

        return !socket.IsClosing;
    }

    private async Task ServeAsync(PileupRequest request)
    {
        socket.HoldUpdates();
        try
        {
            var result = await ResultOfAsync(request.Input);
            socket.Answer(PileupReplies.Response(request.Id, request.Input.Operation, result, Now));
        }
        finally
        {
            socket.ReleaseUpdates();
        }
    }

    private async Task<OperationResult> ResultOfAsync(OperationInput input)
    {
        if (tools.System.Run(input.Operation) is { } answer)
        {
            return answer;
        }

        if (PileupOperations.NeedsOperator(input.Operation) && !isOperator)
        {
            return OperationResult.Failure(tools.Door.HasOperator ? "Authentication required for this operation" : PileupError.NoOperator);
        }

        try
        {
            return await tools.Operations.RunAsync(pileup, input).WaitAsync(AnswerWithin, tools.Clock);
        }
        catch (Exception fault) when (fault is ChannelUnavailableException or TimeoutException)
        {
            PileupLog.Unanswered(tools.Logger, fault, pileup);
            return OperationResult.Failure(PileupError.Unavailable);
        }
    }

    private OperationResult Admit(PileupAuth shown)
    {
        if (string.IsNullOrEmpty(shown.User) || string.IsNullOrEmpty(shown.Password))
        {
            return OperationResult.Failure("Username and password required");
        }

        switch (tools.Door.Try(address, shown.User, shown.Password))
        {
            case Entry.Granted:
                BecomeOperator();
                return OperationResult.Success(new JsonObject
                {
                    ["authenticated"] = true, ["user_type"] = "admin", ["message"] = "Authentication successful",
                });
            case Entry.NoOperator:
                return OperationResult.Failure(PileupError.NoOperator);
            case Entry.TooManyAttempts:
                return OperationResult.Failure(PileupError.TooManyAttempts);
            default:
                return OperationResult.Failure("Invalid credentials");
        }
    }

    private void BecomeOperator()
    {
        if (!isOperator)
        {
            isOperator = true;
            tools.Audience.OperatorCame(pileup);
        }
    }

    private async Task<JsonObject> CountAsync() => new()
    {
        ["server_time"] = PileupJsonText.Moment(Now),
        ["connection_count"] = await tools.Audience.CountAsync(pileup),
        ["authenticated_count"] = tools.Audience.CountOperators(pileup),
    };
}
