using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Security;

/// <summary>Lets a call through only with the master key.</summary>
internal static class Administration
{
    public static RouteHandlerBuilder RequireMasterKey(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(CheckAsync).ProducesErrors(StatusCodes.Status401Unauthorized, StatusCodes.Status503ServiceUnavailable);

    private static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        var masterKey = call.HttpContext.RequestServices.GetRequiredService<MasterKey>();
        if (!masterKey.IsSet)
        {
            return ValueTask.FromResult<object?>(new ErrorAnswer(
                StatusCodes.Status503ServiceUnavailable, "Security:MasterKey is not set, so this call is closed; set it and start the gateway again"));
        }

        return masterKey.Opens(request.Headers["X-Master-Key"])
            ? next(call)
            : ValueTask.FromResult<object?>(new ErrorAnswer(StatusCodes.Status401Unauthorized, "This call wants the master key (X-Master-Key)"));
    }
}
