namespace OrleansContest.Gateway.Http;

/// <summary>Documents a route's errors.</summary>
internal static class RouteErrors
{
    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ErrorBody>(status);
        }

        return route;
    }

    /// <summary>The same for a contract whose errors have codes.</summary>
    public static RouteHandlerBuilder ProducesCodedErrors(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<CodedErrorBody>(status);
        }

        return route;
    }

    /// <summary>The same for a contract whose errors have names.</summary>
    public static RouteHandlerBuilder ProducesNamedErrors(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<NamedErrorBody>(status);
        }

        return route;
    }

    /// <summary>The same for a contract whose errors have details.</summary>
    public static RouteHandlerBuilder ProducesDetailedErrors(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<DetailedErrorBody>(status);
        }

        return route;
    }
}
