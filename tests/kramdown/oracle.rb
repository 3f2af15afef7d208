# frozen_string_literal: true

# The real kramdown as a service: JSON lines in, JSON lines out.
#
#   {"id": 1, "text": "…", "mode": "jekyll" | "kramdown", "options": {…}, "seconds": 5}
#   {"id": 1, "html": "…", "warnings": ["…"]}  or  {"id": 1, "error": "…", "timeout": true}
#
# `jekyll` is Jekyll's own converter with Jekyll's defaults, `kramdown` is the library with its own.

require 'json'
require 'timeout'
require 'jekyll'
require 'kramdown'
require 'kramdown-parser-gfm'

# Keeps what Jekyll would print: kramdown's warnings reach Jekyll's user through its logger only.
class Messages
  attr_reader :lines
  attr_accessor :level

  def initialize
    @lines = []
  end

  %i[debug info warn error].each do |severity|
    define_method(severity) do |text = nil, &block|
      @lines << (text || block&.call).to_s.sub(/\A\s*Kramdown warning:\s+/, '') if severity == :warn
    end
  end
end

MESSAGES = Messages.new
Jekyll.logger = MESSAGES
Jekyll::Cache.disable_disk_cache!

def jekyll(text, options)
  # Jekyll keeps what it has converted by text alone, whatever the options were.
  Jekyll::Cache.clear
  MESSAGES.lines.clear
  config = Jekyll::Configuration.from('kramdown' => options.merge('show_warnings' => true))
  html = Jekyll::Converters::Markdown.new(config).convert(text)
  [html, MESSAGES.lines.dup]
end

def kramdown(text, options)
  document = Kramdown::Document.new(text, options.transform_keys(&:to_sym))
  [document.to_html, document.warnings]
end

def answer(request)
  html, warnings = Timeout.timeout(request.fetch('seconds', 5)) do
    options = request['options'] || {}
    request['mode'] == 'kramdown' ? kramdown(request['text'], options) : jekyll(request['text'], options)
  end
  # A character reference beyond Unicode makes kramdown write what is no text.
  raise ArgumentError, 'malformed UTF-8' unless html.valid_encoding?

  { html: html, warnings: warnings }
rescue Timeout::Error
  { error: 'took too long', timeout: true }
rescue StandardError, SystemStackError, NotImplementedError => e
  { error: "#{e.class}: #{e.message}"[0, 500] }
end

$stdin.set_encoding('UTF-8')
$stdout.sync = true
$stdin.each_line do |line|
  request = JSON.parse(line)
  puts JSON.generate(answer(request).merge(id: request['id']))
end
