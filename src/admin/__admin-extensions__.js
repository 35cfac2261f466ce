
      // Auto-generated index file for Medusa Admin UI extensions
    import WidgetComponent0, { config as WidgetConfig0 } from "/work/wt/otpprovider/src/admin/widgets/customer-verification.tsx"
import WidgetComponent1, { config as WidgetConfig1 } from "/work/wt/otpprovider/src/admin/widgets/order-without-email.tsx"

const widgetModule = { widgets: [
  {
    Component: WidgetComponent0,
    zone: ["customer.details.side.before"],
    widgetId: "customer-registration:verification"
},
{
    Component: WidgetComponent1,
    zone: ["order.details.side.before"],
    widgetId: "customer-registration:order-without-email"
}
] }
    import RouteComponent0, { handle as handle0, config as HandleConfig0 } from "/work/wt/otpprovider/src/admin/routes/account-deletion-requests/page.tsx"

const routeModule = { routes: [
    {
    Component: RouteComponent0,
    path: "/account-deletion-requests",
    handle: { label: HandleConfig0.label, translationNs: HandleConfig0.translationNs, ...handle0 }
  }
]
 }
    import { config as RouteConfig0 } from "/work/wt/otpprovider/src/admin/routes/account-deletion-requests/page.tsx"

const menuItemModule = { menuItems: [
    {
    label: RouteConfig0.label,
    icon: RouteConfig0.icon,
    path: "/account-deletion-requests",
    nested: undefined,
    rank: undefined,
    translationNs: RouteConfig0.translationNs
  }
]
 }
    

const formModule = { customFields: {
  
} }
    

const displayModule = { 
    displays: {
      
    }
   }
    import { deepMerge } from "@medusajs/admin-shared"
import i18nTranslations0 from "/work/wt/otpprovider/src/admin/i18n/index.ts"

const i18nModule = { resources: i18nTranslations0 }
    

const cellRendererModule = {}
    

const layoutModule = { layouts: [
  
] }
    

const searchEntityModule = {}

    const plugin = {
      widgetModule,
      routeModule,
      menuItemModule,
      formModule,
      displayModule,
      i18nModule,
      cellRendererModule,
      layoutModule,
      searchEntityModule
    }

    export default plugin
    