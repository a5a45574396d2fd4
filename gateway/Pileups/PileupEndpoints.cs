using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Pileups;

/// <summary>The HTTP twins of the operations. What they answer is the operation's data.</summary>
internal static class PileupEndpoints
{
    public static void MapPileups(this IEndpointRouteBuilder routes)
    {
        var queue = routes.MapGroup("/api/queue").WithTags("Pileups");
        queue.MapGet("/status", Doing("queue.list")).WithSummary("The queue, as everybody may see it").Answers();
        queue.MapGet("/list", Doing("queue.list")).WithSummary("The queue, as everybody may see it").Answers();
        queue.MapGet("/current", CurrentAsync).WithSummary("The contact under way, or null").Answers();
        queue.MapGet("/status/{callsign}", DoingTo(PileupOperations.CallerStatus)).WithSummary("Where a caller stands").Answers(400, 503);
        queue.MapPost("/register", DoingWith(PileupOperations.Register)).WithSummary("Put a caller into the queue").Answers(400, 413, 415, 503);

        var everybody = routes.MapGroup("/api/public").WithTags("Pileups");
        everybody.MapGet("/status", Doing("public.get_status")).WithSummary("Whether the pileup takes callers").Answers();
        everybody.MapGet("/frequency", Doing("public.get_frequency")).WithSummary("The announced frequency").Answers();
        everybody.MapGet("/split", Doing("public.get_split")).WithSummary("The announced split").Answers();
        MapAdmin(routes.MapGroup("/api/admin").WithTags("Pileups").RequireOperator());
    }

    private static void MapAdmin(RouteGroupBuilder admin)
    {
        admin.MapGet("/queue", Doing("admin.get_queue")).WithSummary("The queue, whatever the status").Answers(401, 503);
        admin.MapDelete("/queue/{callsign}", DoingTo(PileupOperations.RemoveCaller)).WithSummary("Take a caller out of the queue").Answers(400, 401, 503);
        admin.MapPost("/queue/clear", Doing("admin.clear_queue")).WithSummary("Empty the queue").Answers(401, 503);
        admin.MapPost("/queue/next", Doing("admin.next_qso")).WithSummary("Work the next caller").Answers(401, 503);
        admin.MapPost("/qso/complete", Doing("admin.complete_qso")).WithSummary("End the contact under way").Answers(401, 503);
        admin.MapPost("/qso/logging-direct", DoingWith(PileupOperations.LogDirectly)).WithSummary("Begin a contact from a logging program")
            .Answers(400, 401, 413, 415, 503);
        admin.MapGet("/current", CurrentAsync).WithSummary("The contact under way, or null").Answers(401, 503);
        admin.MapGet("/status", Doing("admin.get_system_status")).WithSummary("Whether the pileup takes callers, and who said so").Answers(401, 503);
        admin.MapPost("/status", DoingWith("admin.set_system_status")).WithSummary("Open or close the pileup").Answers(400, 401, 413, 415, 503);
        admin.MapPost("/frequency", DoingWith("admin.set_frequency")).WithSummary("Announce a frequency").Answers(400, 401, 413, 415, 503);
        admin.MapDelete("/frequency", Doing("admin.delete_frequency")).WithSummary("Announce no frequency").Answers(401, 503);
        admin.MapPost("/split", DoingWith("admin.set_split")).WithSummary("Announce a split").Answers(400, 401, 413, 415, 503);
        admin.MapDelete("/split", Doing("admin.delete_split")).WithSummary("Announce no split").Answers(401, 503);
        admin.MapGet("/logger-integration", LoggerAsync).WithSummary("Whether logging programs may begin contacts").Answers(401, 503);
        admin.MapPost("/logger-integration", SetLoggerAsync).WithSummary("Say whether logging programs may begin contacts")
            .Answers(400, 401, 413, 415, 503);
    }

    /// <summary>What they answer is the operation's data; what they refuse with has one shape.</summary>
    private static void Answers(this RouteHandlerBuilder route, params ReadOnlySpan<int> errors) =>
        route.Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesDetailedErrors([.. errors, 404, 429]);

    private static Func<HttpContext, Task<IResult>> Doing(string operation) => context => ResultOfAsync(context, operation, default);

    private static Func<HttpContext, string, Task<IResult>> DoingTo(string operation) => (context, callsign) =>
        ResultOfAsync(context, operation, JsonSerializer.SerializeToElement(new JsonObject { ["callsign"] = callsign }));

    private static Func<HttpContext, Task<IResult>> DoingWith(string operation) => context =>
        JsonBody.AnswerAsync(context, body => ResultOfAsync(context, operation, body));

    private static async Task<IResult> ResultOfAsync(HttpContext context, string operation, JsonElement data)
    {
        if (PileupDirectory.IdOf(context.Request) is not { } pileup)
        {
            return PileupGate.NoSuchPileup;
        }

        var result = await context.RequestServices.GetRequiredService<PileupOperations>().RunAsync(pileup, new OperationInput(operation, data));
        return result.Error is { } error ? new PileupError(result.Status, error) : Json(result.Data);
    }

    private static async Task<IResult> CurrentAsync(HttpContext context, PileupDirectory pileups) =>
        PileupDirectory.IdOf(context.Request) is { } id ? Json(PileupJsonText.Of((await pileups.Get(id).View()).Current)) : PileupGate.NoSuchPileup;

    private static async Task<IResult> LoggerAsync(HttpContext context, PileupDirectory pileups) =>
        PileupDirectory.IdOf(context.Request) is { } id ? Enabled((await pileups.Get(id).View()).TakesLoggedContacts) : PileupGate.NoSuchPileup;

    private static Task<IResult> SetLoggerAsync(HttpContext context, PileupDirectory pileups) => JsonBody.AnswerAsync(context, async body =>
    {
        if (PileupDirectory.IdOf(context.Request) is not { } id)
        {
            return PileupGate.NoSuchPileup;
        }

        if (!new OperationInput("logger-integration", body).TryFlag("enabled", out var enabled, out var failure))
        {
            return new PileupError(failure.Status, failure.Error!);
        }

        var outcome = await pileups.Get(id).AllowLoggedContacts(enabled);
        return outcome.IsRefused() ? new PileupError(StatusCodes.Status503ServiceUnavailable, outcome.Refusal.Message, 1) : Enabled(enabled);
    });

    private static IResult Enabled(bool isEnabled) => Json(new JsonObject { ["enabled"] = isEnabled });

    private static IResult Json(JsonNode? node) => Results.Text(PileupJsonText.Text(node), "application/json", Encoding.UTF8);
}
