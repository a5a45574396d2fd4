using OrleansContest.Channels;

namespace OrleansContest.Gateway.Http;

/// <summary>The one place that turns faults, and answers that have no body, into an error a client can read. Nothing of the inside goes out.</summary>
internal sealed class Faults(RequestDelegate next, ILogger<Faults> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await ExplainBareStatusAsync(context);
        }
        catch (Exception fault) when (IsGone(context, fault))
        {
            context.Abort();
        }
        catch (Exception fault) when (context.Response.HasStarted)
        {
            GatewayLog.AnswerBrokenOff(logger, fault, context.Request.Path);
            context.Abort();
        }
        catch (Exception fault)
        {
            await AnswerFor(fault, context.Request.Path).ExecuteAsync(context);
        }
    }

    /// <summary>Whether there is nobody left to answer: the client has closed the connection in the middle.</summary>
    private static bool IsGone(HttpContext context, Exception fault) =>
        context.RequestAborted.IsCancellationRequested && fault is OperationCanceledException or IOException;

    private ErrorAnswer AnswerFor(Exception fault, string path)
    {
        switch (fault)
        {
            case BadHttpRequestException bad:
                return new ErrorAnswer(bad.StatusCode, TextOf(bad.StatusCode));
            case JournalDamagedException or { InnerException: JournalDamagedException }:
                GatewayLog.ChannelStopped(logger, fault, path);
                return Unavailable("This channel is stopped because its journal is damaged; see the log of the server", 60);
            case ChannelUnavailableException:
                GatewayLog.ChannelUnavailable(logger, fault, path);
                return Unavailable("This cannot be answered now; the same call may safely be made again", 1);
            default:
                GatewayLog.Unforeseen(logger, fault, path);
                return new ErrorAnswer(StatusCodes.Status500InternalServerError, "Internal error");
        }
    }

    private static ErrorAnswer Unavailable(string error, int retryAfterSeconds) =>
        new(StatusCodes.Status503ServiceUnavailable, error, RetryAfterSeconds: retryAfterSeconds);

    private static Task ExplainBareStatusAsync(HttpContext context)
    {
        var response = context.Response;
        return response.HasStarted || response.StatusCode < 400 || response.ContentLength > 0 || response.ContentType is not null
            ? Task.CompletedTask
            : new ErrorAnswer(response.StatusCode, TextOf(response.StatusCode)).ExecuteAsync(context);
    }

    private static string TextOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address",
        StatusCodes.Status405MethodNotAllowed => "This address does not know that method",
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive",
        StatusCodes.Status413PayloadTooLarge => "The body is too large for this call",
        StatusCodes.Status415UnsupportedMediaType => "This call wants a body of application/json",
        _ => "The request cannot be understood",
    };
}
